import { withPlainDigits } from "./digits";
import { type Hit, matchAt, makeLexicon } from "./lexicon";
import type { Token } from "./tokens";
import { readLanguages, wordsOf } from "./words";

/** A day in a text: "2002-06-13", where it stands, and whether day and month may be the other way round. */
export type FoundDate = {
  value: string;
  raw: string;
  start: number;
  end: number;
  ambiguous: boolean;
  weekday: number | null;
};

// Twelve names and twelve short ones in each language, in the order of the year.
const months = makeLexicon([
  ...readLanguages.flatMap((language) =>
    wordsOf(language, "months").map((name, n): [string, number] => [name, (n % 12) + 1]),
  ),
  ...([
    ["sept", 9],
    ["setiembre", 9],
    ["maerz", 3],
    ["janner", 1],
  ] as [string, number][]),
]);
const weekdays = makeLexicon(
  readLanguages.flatMap((language) => wordsOf(language, "weekdays").map((name, n): [string, number] => [name, n])),
);
const numeric = /(?<![\d/.-])(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?![\d/-])/g;
const eastern = /(\d{4})\s?[년年]\s?(\d{1,2})\s?[월月]\s?(\d{1,2})\s?[일日]/g;

const easternDay = /(?<![\d년年]\s?)(?<!\d)(\d{1,2})\s?[월月]\s?(\d{1,2})\s?[일日]/g;

// No line of an appeal has more.
const most = 20;

/** Every full date of a line. `monthFirst`: how the text writes 5/6/2005 elsewhere. */
export function findDates(text: string, tokens: readonly Token[], monthFirst = false): FoundDate[] {
  const plain = withPlainDigits(text);
  const found = /\d/.test(plain)
    ? [...written(plain, tokens), ...inFigures(plain, monthFirst), ...inEastern(plain)]
    : inSigns(text);
  return found.toSorted((one, other) => one.start - other.start).slice(0, most);
}

/** Days without a year, as they fall on or before a day, or on or after it: "on 2 April" in an appeal of 2014-04-11 is 2014-04-02. */
export function findYearless(
  text: string,
  tokens: readonly Token[],
  known: string,
  side: "before" | "after" = "before",
): FoundDate[] {
  const found: FoundDate[] = [];
  const plain = withPlainDigits(text);
  if (!/\d/.test(plain)) return [];
  for (const match of plain.matchAll(easternDay)) {
    const [raw, month = "", day = ""] = match;
    const date = { year: yearOf(+month, +day, known, side), month: +month, day: +day };
    add(found, text, date, match.index, match.index + raw.length);
  }
  tokens.forEach((_, at) => {
    const month = matchAt(months, tokens, at)?.value;
    if (!month || (tokens[at]?.text.length ?? 0) < 3) return;
    const ahead = dayOf(tokens[skip(tokens, at - 1, -1)]);
    const day = ahead ?? dayOf(tokens[at + 1]);
    const from = ahead === null ? at : skip(tokens, at - 1, -1);
    const to = ahead === null ? at + 1 : at;
    if (!day || /^(?:19|20)\d{2}$/.test(tokens[to + 1]?.word ?? "")) return;
    const date = { year: yearOf(month, day, known, side), month, day };
    add(found, text, date, tokens[from]?.start ?? 0, tokens[to]?.end ?? 0);
  });
  return found.slice(0, most);
}

function yearOf(month: number, day: number, known: string, side: "before" | "after"): number {
  const year = +known.slice(0, 4);
  const here = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  if (side === "after") return here < known ? year + 1 : year;
  return here > known ? year - 1 : year;
}

/** Whether figures show that the month stands first: "5/26/2005". */
export function showsMonthFirst(text: string): boolean {
  if (!/\d/.test(text)) return false;
  return [...text.matchAll(numeric)].some(
    ([, first = "", , second = ""]) => first.length < 3 && +first <= 12 && +second > 12,
  );
}

function written(text: string, tokens: readonly Token[]): FoundDate[] {
  const found: FoundDate[] = [];
  tokens.forEach((_, at) => {
    const month = monthAt(tokens, at);
    if (!month) return;
    const before = dayOf(tokens[skip(tokens, at - 1, -1)]);
    const after = dayOf(tokens[month.to]);
    const day = before ?? after;
    const from = before === null ? at : skip(tokens, at - 1, -1);
    const yearAt = skip(tokens, before === null ? month.to + 1 : month.to, 1);
    const year = /^(?:19|20)\d{2}$/.exec(tokens[yearAt]?.word ?? "")?.[0];
    if (!day || !year || yearAt - month.to > 3) return;
    add(
      found,
      text,
      { year: +year, month: month.value, day },
      tokens[from]?.start ?? 0,
      tokens[yearAt]?.end ?? 0,
      tokens,
      from,
    );
  });
  return found;
}

/** A month, also by two of its names: "آذار/مارس". */
function monthAt(tokens: readonly Token[], at: number): Hit<number> | null {
  const month = matchAt(months, tokens, at);
  const again = month && matchAt(months, tokens, month.to);
  return again && again.value === month.value ? again : month;
}

/** Past "de", "of" and the rest of "20 th". */
function skip(tokens: readonly Token[], from: number, step: 1 | -1): number {
  let at = from;
  while (/^(?:de|del|of|di|do|th|st|nd|rd|er)$/.test(tokens[at]?.word ?? "")) at += step;
  return at;
}

function dayOf(token: Token | undefined): number | null {
  const [, day = ""] = /^(\d{1,2})(?:st|nd|rd|th|er|e|o|a)?$/.exec(token?.word ?? "") ?? [];
  return day ? +day : null;
}

function inFigures(text: string, monthFirst: boolean): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(numeric)) {
    const [raw, one = "", , two = "", three = ""] = match;
    const end = match.index + raw.length;
    if (one.length === 4) {
      add(found, text, { year: +one, month: +two, day: +three }, match.index, end);
      continue;
    }
    if (one.length > 2 || (three.length !== 4 && three.length !== 2)) continue;
    const year = three.length === 4 ? +three : +three + (+three > 70 ? 1900 : 2000);
    const swapped = +two > 12 || (monthFirst && +one <= 12);
    const [day, month] = swapped ? [+two, +one] : [+one, +two];
    const ambiguous = +one <= 12 && +two <= 12 && one !== two && !monthFirst && !raw.includes(".");
    add(found, text, { year, month, day, ambiguous }, match.index, end);
  }
  return found;
}

function inEastern(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(eastern)) {
    const [raw, year = "", month = "", day = ""] = match;
    add(found, text, { year: +year, month: +month, day: +day }, match.index, match.index + raw.length);
  }
  return found;
}

const spelt = /([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日號号]/g;

/** "二〇二六年五月十日". */
function inSigns(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  if (!text.includes("年")) return found;
  for (const match of text.matchAll(spelt)) {
    const [raw, year = "", month = "", day = ""] = match;
    const date = { year: +Array.from(year, figure).join(""), month: numberOf(month), day: numberOf(day) };
    add(found, text, date, match.index, match.index + raw.length);
  }
  return found;
}

function figure(sign: string): number {
  return Math.max(0, "零一二三四五六七八九".indexOf(sign));
}

/** Up to 99: "十", "十二", "二十", "三十一". */
function numberOf(signs: string): number {
  const [tens = "", ones = ""] = signs.includes("十") ? signs.split("十") : ["零", signs];
  return (tens === "" ? 1 : figure(tens)) * 10 + (ones === "" ? 0 : figure(ones));
}

type Day = { year: number; month: number; day: number; ambiguous?: boolean };

/** Keeps what the calendar has. */
function add(
  found: FoundDate[],
  text: string,
  day: Day,
  start: number,
  end: number,
  tokens?: readonly Token[],
  from = 0,
) {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day));
  if (date.getUTCMonth() !== day.month - 1 || date.getUTCDate() !== day.day || day.year < 1900) return;
  const named = tokens
    ? [from - 1, from - 2].flatMap((at) => (at >= 0 ? (matchAt(weekdays, tokens, at) ?? []) : []))
    : [];
  found.push({
    value: date.toISOString().slice(0, 10),
    raw: text.slice(start, end),
    start,
    end,
    ambiguous: day.ambiguous ?? false,
    weekday: named[0]?.value ?? null,
  });
}
