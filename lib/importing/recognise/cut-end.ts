/**
 * A text without some signs at its end. An expression that ends in `+$` begins anew at each of them: 50,000 colons take seconds.
 * @param signs a blank among them stands for white space of any kind
 */
export function cutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && isOneOf(text.charAt(end - 1), signs)) end--;
  return text.slice(0, end);
}

function isOneOf(sign: string, signs: string): boolean {
  return signs.includes(sign) || (signs.includes(" ") && sign.trim() === "");
}
