/** A paragraph as it leaves, and the same for reading. */
export type Pair = { text: string; reading: string };

/**
 * Puts the paragraphs of two texts that say the same in two languages beside each other, one by one. Where one has more of them
 * than the other nobody can tell which belong together: the two stand whole.
 */
export function pairParagraphs(text: string, reading: string): Pair[] {
  const [left, right] = [paragraphsOf(text), paragraphsOf(reading)];
  if (left.length !== right.length) return [{ text: text.trim(), reading: reading.trim() }];
  return left.map((one, at) => ({ text: one, reading: right[at] ?? "" }));
}

/** Whether two texts can stand beside each other paragraph by paragraph. */
export function isPaired(text: string, reading: string): boolean {
  return paragraphsOf(text).length === paragraphsOf(reading).length;
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}
