// A line that was joined from thousands is not read again as a whole for each of them.
const longest = 200;

/** The word a text ends with, as far as anybody would look at it; "" where it ends with a blank. */
export function lastWord(text: string): string {
  return text.slice(-longest).split(/\s/).at(-1) ?? "";
}
