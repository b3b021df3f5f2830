/** "738-1077/8", "738 1077-78" and "726 4361/4366/8763" are several lines of one switchboard: the first of them. */
export function withoutRange(text: string): string {
  return text.replace(/\s?(?:[/–-]\s?\d{1,2}|(?:\/\s?\d{3,4}\s?){1,6})$/, "");
}
