/** A cell as a spreadsheet keeps it: what it is, what it says, and the formula behind it, if it runs one. */
export type SheetCell = { type: string; text: string; formula: string | null };

/**
 * Reads the first sheet of a flat OpenDocument file (OpenDocument 1.3, part 3, §9 and §19.385): rows of cells, without the
 * empty ones at their ends.
 */
export function readFlatSheet(xml: string): SheetCell[][] {
  const [sheet = ""] = /<table:table [\s\S]*?<\/table:table>/.exec(xml) ?? [];
  const rows = [...sheet.matchAll(/<table:table-row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-row>)/g)];
  return rows.map(([, , cells = ""]) => readRow(cells)).filter((cells) => cells.length > 0);
}

function readRow(xml: string): SheetCell[] {
  const cells = [...xml.matchAll(/<table:table-cell\b([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)].flatMap(
    ([, attributes = "", content = ""]) => {
      const cell = {
        type: attribute(attributes, "office:value-type") ?? "empty",
        text: [...content.matchAll(/<text:p\b[^>]*?(?:\/>|>([\s\S]*?)<\/text:p>)/g)]
          .map(([, paragraph = ""]) => plain(paragraph))
          .join("\n"),
        formula: attribute(attributes, "table:formula"),
      };
      const repeated = Number(attribute(attributes, "table:number-columns-repeated") ?? 1);
      return Array.from({ length: Math.min(repeated, 100) }, () => cell);
    },
  );
  return cells.slice(0, cells.findLastIndex(({ type }) => type !== "empty") + 1);
}

function attribute(attributes: string, name: string): string | null {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? null : unescape(value);
}

/** White space is marked up (§6.1.2 to §6.1.5); other mark-up in it, as around a link, says nothing here. */
function plain(paragraph: string): string {
  const marked = paragraph
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll(/<text:s\b(?:[^>]*text:c="(\d+)")?[^>]*\/>/g, (_all, count?: string) => " ".repeat(Number(count ?? 1)))
    .replaceAll(/<text:tab\b[^>]*\/>/g, "\t")
    .replaceAll(/<text:line-break\b[^>]*\/>/g, "\n")
    .replaceAll(/<[^>]*>/g, "");
  return unescape(marked);
}

function unescape(text: string): string {
  return text
    .replaceAll(/&#x([0-9a-f]+);/gi, (_all, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d+);/g, (_all, decimal: string) => String.fromCodePoint(Number(decimal)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
