const most = 180;

/** The beginning of a letter, cut at a word: enough for its writer to know it again. */
export function firstLines(text: string): string {
  const [paragraph = ""] = text.split(/\n\s*\n/);
  if (paragraph.length <= most) return paragraph;
  return `${paragraph.slice(0, most).replace(/\s+\S*$/, "")} …`;
}
