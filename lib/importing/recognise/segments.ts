import { cutEnd } from "./cut-end";
import { remembering } from "./remember";
import { matchAt } from "./lexicon";
import type { Token } from "./tokens";
import { labels, type Label } from "./words";

/** A stretch of a line: what a label says of it (null: none does), and where it stands. */
export type Segment = { label: Label | null; text: string; start: number };

/** A label in a line; `strong` where a colon, or what it promises, stands right behind it. */
export type FoundLabel = { label: Label; start: number; end: number; strong: boolean };

const colon = /^(?:\s?(?:no|nr|n|nos|numbers?|num|número)\b\.?)?\s?[)\]]?\s?(?:\.\s?)?[:：=]\s?/i;
const dial = /^(?:\s?(?:no|nr|nos)\b\.?)?[\s.\])]{0,3}(?=[+(\d])/i;
const address = /^[\s.]{0,3}[<(]?(?=[^\s@]{1,64}@)/;

/** The labels of a line in their order; of "Tel/Fax" the fax. */
export const findLabels = remembering((text, tokens: readonly Token[]): FoundLabel[] => {
  const found: FoundLabel[] = [];
  for (let at = 0; at < tokens.length;) {
    const hit = matchAt(labels, tokens, at);
    const start = tokens[at]?.start ?? 0;
    if (!hit || isWithin(text, start, tokens[hit.to - 1]?.end ?? start)) {
      at++;
      continue;
    }
    const end = tokens[hit.to - 1]?.end ?? start;
    const after = text.slice(end, end + 80);
    const sign = colon.exec(after)?.[0] ?? behind(hit.value).exec(after)?.[0] ?? null;
    const label = {
      label: hit.value,
      start,
      end: end + (sign?.length ?? 0),
      strong: sign !== null || end === text.length,
    };
    join(found, label, text);
    at = hit.to;
  }
  return found;
});

/** A part of an address or a link: "…@ministry.gov.ph". */
function isWithin(text: string, start: number, end: number): boolean {
  return /[\p{L}\p{N}][@._-]$/u.test(text.slice(Math.max(0, start - 2), start)) || /^[@_]/.test(text.slice(end));
}

function behind(label: Label): RegExp {
  return label === "fax" || label === "telephone" ? dial : label === "email" ? address : /^(?!)/;
}

function join(found: FoundLabel[], label: FoundLabel, text: string) {
  const last = found.at(-1);
  const pair =
    last && /^(?:\s?[/&,+]\s?|\s(?:and|or|y|et|und|e)\s|\.\s?[/&]\s?)$/.test(text.slice(last.end, label.start));
  if (!last || !pair || last.strong) {
    found.push(label);
    return;
  }
  if (last.label === "fax" || label.label === "fax") label.label = "fax";
  found[found.length - 1] = { ...label, start: last.start };
}

/** A line cut at its labels. */
export const segmentsOf = remembering((text, tokens: readonly Token[]): Segment[] => {
  const cuts = findLabels(text, tokens).filter((label) => label.strong && stands(text, label));
  const first = cuts[0]?.start ?? text.length;
  const segments: Segment[] = first > 0 ? [{ label: null, text: text.slice(0, first), start: 0 }] : [];
  cuts.forEach(({ label, end }, n) => {
    segments.push({ label, text: text.slice(end, cuts[n + 1]?.start ?? text.length), start: end });
  });
  return segments
    .map((one) => ({ ...one, text: cutEnd(one.text, " ,;،؛，；。|(") }))
    .filter(({ text: kept, label }) => kept.trim() || label);
});

/** A label begins its line or follows a sign; a plain word in a sentence is none, unless it promises what then comes. */
function stands(text: string, { label, start }: FoundLabel): boolean {
  if (start === 0 || /[.,;:،؛，；。、|/()\]•*–—-]\s{0,20}$/.test(text.slice(Math.max(0, start - 22), start)))
    return true;
  return (label === "fax" || label === "telephone" || label === "email") && /\s$/.test(text.slice(start - 1, start));
}
