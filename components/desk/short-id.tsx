import Link from "next/link";

/** The end of an id, by which people tell rows apart, and the way to what it names. */
export function ShortId({ id, href }: { id: string; href?: string }) {
  const short = (
    <abbr title={id} className="no-underline">
      {id.slice(-8)}
    </abbr>
  );
  if (!href) return short;
  // No prefetch: a signature that was fetched counts as opened.
  return (
    <Link href={href} prefetch={false} className="text-blue hover:underline">
      {short}
    </Link>
  );
}
