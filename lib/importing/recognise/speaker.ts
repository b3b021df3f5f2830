import type { Finding } from "./finding";
import { isOrganisation, organisationAt } from "./organisation";
import type { ScannedLine } from "./scan";

/** What an appeal calls itself beside the name of who wrote it. */
export const banner =
  /urgent|action|appeal|appel\b|eilaktion|appell|acci[oó]n|azione|a[cç][aã]o|apelo|llamamiento|communiqu|성명|긴급|호소문|논평|نداء|بيان|呼吁|声明/i;

/** The short form in brackets is no part of the name; the name itself may end in brackets that are not closed. */
export function withoutShort(value: string): string {
  return value.replace(/\s*\([^)]{0,20}\)?$/, "");
}

// No head is longer.
const longest = 300;

/** What a head says, divided: "X - Urgent appeals programme". */
export function partsOf(text: string): string[] {
  return text
    .slice(0, longest)
    .split(/\s{1,8}[-–—|:]\s{1,8}/)
    .map((part) => part.replace(bannerAtEnd, "").replace(/^[【［[][^】］\]]{2,12}[】］\]]\s?/u, ""));
}

// "등대이주인권모임 성명서": nothing divides the name from what the text calls itself.
const bannerAtEnd = /\s(?:성명서?|긴급\s?(?:행동|성명|호소|탄원)|호소문|논평|보도자료|탄원서)$/u;

/** Names that stand in the head beside what the appeal calls itself, or there and again among the last lines. */
export function headsOf(full: readonly ScannedLine[]): Set<string> {
  const below = new Set(full.slice(Math.max(6, full.length - 12)).flatMap(({ text }) => partsOf(text)));
  return new Set(
    full.slice(0, 6).flatMap(({ text }) => {
      const parts = partsOf(text);
      const titled = parts.length > 1 && parts.some((part) => banner.test(part));
      return parts.filter((part) => part.includes(" ") && (titled || below.has(part)));
    }),
  );
}

const speaks =
  /^(?:is|has|have|urges|requests|calls|expresses|condemns|deplores|protests|asks|appeals|demande|exprime|condamne|fordert|bittet|solicita|expresa|chiede|esprime|today|strongly|writes|was|received)$/;

/** "The X requests your urgent intervention …": a paragraph that begins with who speaks. `heads`: as `headsOf` gives them. */
export function speaking({ text, tokens, numbers }: ScannedLine, heads: ReadonlySet<string>): Finding<string>[] {
  if (text.length < 60) return [];
  const value = organisationAt(text, tokens, 0);
  // "The Plumes Libres": no person has an article.
  const begun = value ? text.indexOf(value) : 0;
  if (!value || !(isOrganisation(value) || (begun > 0 && heads.has(withoutShort(value))))) return [];
  const end = begun + value.length;
  const verb = tokens.find(({ start }) => start >= end)?.word ?? "";
  return speaks.test(verb)
    ? [{ value: withoutShort(value), lines: numbers, confidence: heads.has(withoutShort(value)) ? 0.85 : 0.78 }]
    : [];
}
