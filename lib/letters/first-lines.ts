import { cutAtWord } from "./cut-at-word";

/** The beginning of a letter: enough for its writer to know it again. */
export function firstLines(text: string): string {
  const [paragraph = ""] = text.split(/\n\s*\n/);
  return cutAtWord(paragraph, 180);
}
