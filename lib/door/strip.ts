const attributes = String.raw`(?:"[^"]*"|'[^']*'|[^>"'])*`;
// Every tag is matched, also those that stay, so that nothing inside an attribute is taken for a tag.
const parts = new RegExp(
  [
    "<!--[\\s\\S]*?-->",
    `<(script)(?=[\\s/>])(${attributes})>[\\s\\S]*?</script\\s*>`,
    `<(style|textarea|title)(?=[\\s/>])${attributes}>[\\s\\S]*?</\\3\\s*>`,
    `<(link)(?=[\\s/>])(${attributes})>`,
    `<(template)(?=[\\s/>])(${attributes})>\\s*</template\\s*>`,
    `<[a-z]${attributes}>`,
  ].join("|"),
  "gi",
);
const emptyLeftover = /<div hidden=""><\/div>/g;

/**
 * Takes the framework's runtime out of a page: its scripts, the preloads of scripts, and the comments and marks React
 * leaves for them. Our own module (`<script data-own …>`) and JSON-LD stay. Text is never touched: React escapes it.
 */
export function stripRuntime(html: string): string {
  const kept = html.replace(parts, (whole, script, scriptText, _raw, link, linkText, template, templateText) => {
    if (whole.startsWith("<!--")) return "";
    if (script) return isOwnScript(scriptText) ? whole : "";
    if (link) return servesScript(linkText) ? "" : whole;
    if (template) return attribute(templateText, "id") === "_R_" ? "" : whole;
    return whole;
  });
  return kept.replaceAll(emptyLeftover, "");
}

/** Whether a page was streamed in pieces, which script would have to put together: without script it is not whole. */
export function isInPieces(html: string): boolean {
  return /<template id="[BP]:/.test(html);
}

function isOwnScript(text: string): boolean {
  return attribute(text, "data-own") !== undefined || attribute(text, "type")?.toLowerCase() === "application/ld+json";
}

function servesScript(text: string): boolean {
  const rel = attribute(text, "rel")?.toLowerCase() ?? "";
  if (rel === "modulepreload" || rel === "expect") return true;
  return (rel === "preload" || rel === "prefetch") && attribute(text, "as")?.toLowerCase() === "script";
}

/** The value of an attribute ("" when it has none), or undefined when the tag does not have it. */
export function attribute(text: string, name: string): string | undefined {
  for (const [, key = "", double, single, bare] of text.matchAll(
    /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    if (key.toLowerCase() === name) return double ?? single ?? bare ?? "";
  }
  return undefined;
}
