import { matchAt } from "./lexicon";
import { remembering } from "./remember";
import type { ScannedLine } from "./scan";
import { headings, lexicons, type Heading } from "./words";

/** A line that says what comes next, and what already stands behind its colon. */
export type FoundHeading = { kind: Heading; rest: string };

const longest = 140;

/** What a line is the heading of, or null. */
export function readHeading({ text, tokens }: Pick<ScannedLine, "text" | "tokens">): FoundHeading | null {
  return headingOf(text, tokens);
}

const headingOf = remembering((text, tokens: ScannedLine["tokens"]): FoundHeading | null => {
  const line = { text, tokens };
  const hit = matchAt(headings, line.tokens, 0) ?? ledIn(line);
  if ((!hit || hit.value === "requests") && leadsTo(line)) return { kind: "targets", rest: "" };
  if (!hit || line.text.length > longest || /^\[?\.{2}/.test(line.text)) return null;
  if (hit.value === "targets" && asks(line, hit.to)) return { kind: "requests", rest: "" };
  const after = line.text.slice(line.tokens[hit.to - 1]?.end ?? 0);
  const whole = hit.to === line.tokens.length;
  if (whole) return { kind: hit.value, rest: "" };
  const [, rest] = /^\s?[)\]"”*]{0,2}\s?[:：]\s*(.*)$/.exec(after) ?? [];
  if (rest !== undefined) return hit.value === "targets" && press.test(rest) ? null : { kind: hit.value, rest };
  if (hit.value === "sender") return { kind: "sender", rest: after.trim() };
  const several = hit.to - hit.from > 1;
  if (/[:：]["”*]?$/.test(line.text) && (several || isLoud(line.text))) return { kind: hit.value, rest: "" };
  if (several && isLoud(line.text)) return { kind: hit.value, rest: "" };
  return several && isBare(line, hit.to) ? { kind: hit.value, rest: "" } : null;
});

// "To: all editors": a statement to the press, and no letter.
const press =
  /^(?:the |all |tous |a todos |alle )?(?:press|media|editors|news desks?|la presse|prensa|medios|presse|stampa|imprensa)\b|언론/i;

const leading =
  /(?:^|\s)(?:to|an|a|à|para|at|following|إلى)(?:\s(?:these|the following)\s(?:officials|authorities|people|persons|addresses|offices))?\s?[:：]$/i;

/** "Send your mails to:", "Here is who your letter goes to:". */
function leadsTo({ text, tokens }: Pick<ScannedLine, "text" | "tokens">): boolean {
  if (text.length > 100 || asks({ text, tokens }, 0) || !leading.test(text)) return false;
  return tokens.some((_, at) => matchAt(lexicons.writing, tokens, at));
}

/** "Please write to the authorities, urging them to:": what follows is asked for, and nobody's address. */
function asks({ text, tokens }: Pick<ScannedLine, "text" | "tokens">, from: number): boolean {
  return /[:：]$/.test(text) && tokens.slice(from).some((_, at) => matchAt(lexicons.asking, tokens, from + at));
}

/** "AND PLEASE SEND …", "2. Copies to": a short word before it does not count. */
function ledIn({ tokens }: Pick<ScannedLine, "tokens">) {
  return /^(?:and|y|et|und|e|also|please|the|a|an|here|below|is)$/.test(tokens[0]?.word ?? "")
    ? matchAt(headings, tokens, 1)
    : null;
}

/** Set in capitals throughout. */
function isLoud(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{3}/u.test(text);
}

/** A short line that is no sentence and names nobody to write to. */
function isBare({ text, tokens }: Pick<ScannedLine, "text" | "tokens">, from: number): boolean {
  if (text.length > 80 || /[.!?,;،؛。，；]$/.test(text)) return false;
  return !tokens.slice(from).some((_, at) => matchAt(lexicons.offices, tokens, from + at));
}
