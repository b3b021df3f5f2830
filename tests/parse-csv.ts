/**
 * Reads a table back as RFC 4180 says, knowing nothing of how ours is written.
 * @throws Error where it is not one
 */
export function parseCsv(text: string, separator = ","): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? quotedCell(text, at + 1) : bareCell(text, at, separator);
    row.push(cell);
    at = end;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    if (text.slice(at, at + 2) !== "\r\n") throw new Error(`neither separator nor line end at ${at}`);
    rows.push(row);
    row = [];
    at += 2;
  }
  if (row.length > 0) throw new Error("the last line does not end");
  return rows;
}

function quotedCell(text: string, from: number): [string, number] {
  let cell = "";
  for (let at = from; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new Error("a quote is never closed");
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') return [cell, quote + 1];
    cell += '"';
    at = quote + 2;
  }
}

function bareCell(text: string, from: number, separator: string): [string, number] {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\r") {
    if (text[at] === '"' || text[at] === "\n") throw new Error(`a bare cell holds what it may not at ${at}`);
    at += 1;
  }
  return [text.slice(from, at), at];
}
