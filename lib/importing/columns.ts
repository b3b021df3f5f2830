import { eastAsianWidth } from "get-east-asian-width";

const printable = /^[\x20-\x7e]*$/;
const withoutWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** The columns a text takes in a window of one width for every sign: wide East Asian signs (UAX #11) take two, marks none. */
export function columnsOf(text: string): number {
  if (printable.test(text)) return text.length;
  let columns = 0;
  for (const sign of text) {
    if (!withoutWidth.test(sign)) columns += eastAsianWidth(sign.codePointAt(0) ?? 0);
  }
  return columns;
}
