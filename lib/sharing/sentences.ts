/** The first sentences of a text, as its language ends them. @param most how many */
export function firstSentences(text: string, language: string, most: number): string {
  const sentences = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
  return Array.from(sentences, ({ segment }) => segment)
    .slice(0, most)
    .join("")
    .trim();
}
