const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
// XML 1.0 §2.2 allows no control characters but these three, and no half of a pair, not even escaped.
const impossible = /[[\p{Cc}\p{Cs}\ufffe\uffff]--[\t\n\r]]/gv;

/** A text as it stands in XML, also in an attribute. */
export function escapeXml(text: string): string {
  return text.replace(impossible, "").replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** An element with a text in it. */
export function element(name: string, text: string, attributes: Record<string, string> = {}): string {
  return `<${name}${attributesOf(attributes)}>${escapeXml(text)}</${name}>`;
}

/** An element with nothing in it. */
export function emptyElement(name: string, attributes: Record<string, string>): string {
  return `<${name}${attributesOf(attributes)}/>`;
}

function attributesOf(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join("");
}

/** Paragraphs of plain text as HTML. */
export function asHtml(paragraphs: string[]): string {
  return paragraphs.map((paragraph) => element("p", paragraph)).join("");
}
