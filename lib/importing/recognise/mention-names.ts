import { joined } from "./complement";
import { readName, startsHigh } from "./holder";
import type { Token } from "./tokens";

/** "Ambassador Jane Doe", "the President of X, General John Doe", "the Minister, Jane Doe,". */
export function nameBehind(
  text: string,
  tokens: readonly Token[],
  to: number,
  direct: boolean,
): { name: string; end: number } | null {
  const between = text.slice(tokens[to - 1]?.end ?? 0, tokens[to]?.start ?? 0);
  if (!/^(?:\s|\s?,\s|\s?[(]\s?|:\s)$/.test(between)) return null;
  const last = nameEnd(text, tokens, to);
  for (let end = last; end > to; end--) {
    const name = readName(text.slice(tokens[to]?.start, tokens[end - 1]?.end), direct && between === " " ? 1 : 2);
    if (name) return { name, end: tokens[end - 1]?.end ?? 0 };
  }
  return null;
}

function nameEnd(text: string, tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && at - from < 8) {
    const between = text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0);
    if (at > from && !/^(?:[\s'’-]|\.\s?)$/.test(between)) break;
    // "Gen.", "C.": a longer word with a stop ends a sentence.
    if (at > from && between.startsWith(".") && (tokens[at - 1]?.text.length ?? 0) > 4) break;
    if (
      !/^['’-]$/.test(between) &&
      !startsHigh(tokens[at]) &&
      !/^(?:al|el|bin|ibn|de|da|dos|del|van|von|der|la)$/.test(tokens[at]?.word ?? "")
    )
      break;
    at++;
  }
  return at;
}

/** "Jane Doe, minister of …". */
export function nameBefore(
  text: string,
  tokens: readonly Token[],
  from: number,
): { name: string; start: number } | null {
  let last = from;
  while (/^(?:the|el|la|le|il|der|die)$/.test(tokens[last - 1]?.word ?? "")) last--;
  if (!/^\s?[,(]\s?$/.test(text.slice(tokens[last - 1]?.end ?? 0, tokens[last]?.start ?? 0))) return null;
  let first = last;
  while (
    first > 0 &&
    last - first < 5 &&
    startsHigh(tokens[first - 1]) &&
    (first === last || joined(text, tokens, first))
  )
    first--;
  for (; first < last; first++) {
    const name = readName(text.slice(tokens[first]?.start, tokens[last - 1]?.end));
    if (name) return { name, start: tokens[first]?.start ?? 0 };
  }
  return null;
}
