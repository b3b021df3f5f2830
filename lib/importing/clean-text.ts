/** A text with one kind of line end, without signs that cannot be seen or kept. */
export function cleanText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control signs are what it looks for
  return text.replace(/\r\n?|[\v\f\u2028\u2029]/g, "\n").replace(/[\u0000-\u0008\u000e-\u001f\u007f\ufeff]/g, "");
}
