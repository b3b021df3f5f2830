type OembedLinkProps = { address: string; origin: string; title: string };

/** Tells other sites where to ask what to show in place of a link to this page (oembed.com, 4: discovery). */
export function OembedLink({ address, origin, title }: OembedLinkProps) {
  const asked = new URLSearchParams({ url: `${origin}${address}` });
  return <link rel="alternate" type="application/json+oembed" href={`${origin}/api/oembed?${asked}`} title={title} />;
}
