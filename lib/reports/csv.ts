/** What a spreadsheet needs to see that a file is UTF-8. */
export const byteOrderMark = "\ufeff";

// What makes a spreadsheet run a cell (OWASP, CSV Injection), also in the wide forms that East Asian ones read the same way.
const formula = /^[=+\-@\t\r\n\0＝＋－＠]/;

/**
 * A text as a cell: always in quotes, so that a spreadsheet can be told to leave it as it is, its own quotes doubled
 * (RFC 4180 §2). A text that a spreadsheet would run gets an apostrophe before it.
 */
export function textCell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return safe.includes('"') ? `"${safe.replaceAll('"', '""')}"` : `"${safe}"`;
}

/** A line of ready cells with its end (RFC 4180 §2.1). */
export function csvLine(cells: string[], separator: string): string {
  return `${cells.join(separator)}\r\n`;
}
