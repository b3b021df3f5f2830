/** What a frame leads to: one language, or that of whoever reads; the colour of its main action; who shows it. */
export type EmbedChoice = { locale: string; theme: string; partner: string };

/** The address of a campaign's frame. */
export function embedAddress(origin: string, slug: string, { locale, theme, partner }: EmbedChoice): string {
  const url = new URL(`${locale === "" ? "" : `/${locale}`}/embed/${slug}`, origin);
  if (theme !== "") url.searchParams.set("theme", theme);
  if (partner !== "") url.searchParams.set("via", partner);
  return url.href;
}

type Code = { origin: string; address: string; title: string; height: number };

/** What somebody copies into their page to show an appeal there. The second line is not needed: it fits the height. */
export function embedCode({ origin, address, title, height }: Code): string {
  return [
    `<iframe src="${escape(address)}" title="${escape(title)}" loading="lazy" style="width: 100%; height: ${height}px; border: 0"></iframe>`,
    `<script async src="${escape(origin)}/embed.js"></script>`,
  ].join("\n");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
