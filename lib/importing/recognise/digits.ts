const other = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;

/** Arabic, Persian and full-width digits as 0 to 9, each in its place; everything else as it is. */
export function withPlainDigits(text: string): string {
  return text.replace(other, (digit) => String(digit.charCodeAt(0) & 15));
}
