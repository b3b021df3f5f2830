import type { Line } from "@/lib/importing/lines";
import type { Loss } from "@/lib/importing/schema";

const replacement = /\S{0,40}\ufffd\S{0,40}/g;
/** The beginning of a misread quotation mark whose last byte no program showed. */
const half = /\S{0,40}â€(?![\u0080-\uffff])\S{0,40}/g;
/** A question mark between two letters; links have theirs. */
const inside = /\p{L}\?{1,3}\p{Ll}/u;
const link = /:\/\/|^www\.|[=&@/]/;

/** Words of which a sign is lost: U+FFFD, or a question mark where a letter should be. Nothing is guessed. */
export function findLosses(lines: readonly Line[]): Loss[] {
  const losses = new Map<string, Set<number>>();
  for (const { text, numbers } of lines)
    for (const word of lost(text)) {
      const known = losses.get(word) ?? new Set();
      for (const number of numbers) known.add(number);
      losses.set(word, known);
    }
  return [...losses].map(([text, numbers]) => ({ text, lines: [...numbers] }));
}

function lost(text: string): string[] {
  const questioned = text.includes("?")
    ? text.split(/\s+/).filter((word) => inside.test(word) && !link.test(word))
    : [];
  const replaced = text.includes("\ufffd") ? (text.match(replacement) ?? []) : [];
  return [...questioned, ...replaced, ...(text.includes("â€") ? (text.match(half) ?? []) : [])];
}
