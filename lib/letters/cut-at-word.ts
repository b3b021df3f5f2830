const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** The beginning of a text, cut at a word of whatever script; one that is longer than all of it is cut by characters. */
export function cutAtWord(text: string, most: number): string {
  const head = Array.from(text).slice(0, most).join("");
  if (head.length === text.length) return text;
  let whole = 0;
  for (const { index, segment } of words.segment(text)) {
    if (index + segment.length > head.length) break;
    whole = index + segment.length;
  }
  return `${head.slice(0, whole || head.length).trimEnd()} …`;
}
