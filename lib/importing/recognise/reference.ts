import { findLinks } from "./contacts";
import type { Finding } from "./finding";
import { surest } from "./finding";
import type { ScannedLine } from "./scan";
import { findLabels } from "./segments";
import type { Zone } from "./zones";

// Each of one line and bounded. The surer a form is, the higher it stands.
const forms: [RegExp, number][] = [
  [/\b(?:UA|EXTRA|FU|UP|AU)\s?(?:No\.?|Nr\.?)?\s?:?\s?[-–]?\s?\d{1,4}\s?\/\s?\d{2,4}(?:-\d{1,2})?\b/, 0.95],
  [/\b(?:UA|UP|UG|FA|FUA|FU|HA|SA|UAU|UAC|AU)-\d{1,4}[-–]\d{2,4}\b/, 0.95],
  [/\b[A-Z]{2,6}-[A-Z]{2,4}-\d{1,4}-\d{4}\b/, 0.96],
  [/\b[A-Z]{3}\s?\d{3}\s?\/\s?\d{4}(?:\s?\/\s?OBS\s?\d{2,4}(?:\.\d{1,2})?)?/, 0.94],
  [/\b(?:Case|Cas|Caso|Appeal)\s[A-Z]{3}\s?\d{6}(?:\.\d{1,3})?(?:\.[A-Z]{2,5})?\b/, 0.85],
  [/\b[A-Z]{3}\s\d{6}(?:\.\d{1,3})?(?:\.[A-Z]{2,5})\b/, 0.85],
  [/\b(?:RAN|HRD|WAN)\s?(?:No\.?)?\s?\d{1,3}\s?\/\s?\d{2,4}\b/, 0.8],
  [/\b[A-Z]{3}\s?\d{2}\/\d{1,4}\/\d{4}\b/, 0.7],
  [/\b[A-Z]{1,5}-(?:19|20)\d{2}-\d{1,4}\b/, 0.65],
  [
    /(?<=\b(?:URGENT (?:ACTION|APPEAL)|APPEAL|EILAKTION|A[CZ][CT]ION[EI]? URGENT[EI]|ACCI[OÓ]N URGENTE|A[CÇ][AÃ]O URGENTE|APPEL URGENT|APPELLO URGENTE|APELO URGENTE)(?:\sN[°ºR.O]{1,2})?:?\s)(?:[A-Z]{1,6}\s?)?\d{1,4}\/\d{2,4}\b/i,
    0.75,
  ],
];
const shape =
  /^\s*["“]?((?:(?:[\p{Lu}\d][\p{L}\d]{0,12}|\p{Lo}{1,4})\s?[:./-]?\s?){0,5}[\p{L}\d./-]{0,12}\d[\p{L}\d./-]{0,12})/u;

/** The number under which the originator keeps the appeal. */
export function findReference(lines: readonly ScannedLine[], zones: readonly Zone[]): Finding<string> | null {
  const found = lines
    .filter(({ at, blank }) => !blank && !/^(?:letter|targets|copies|sender)$/.test(zones[at] ?? ""))
    .flatMap((line): Finding<string>[] => [...formed(line), ...labelled(line)]);
  return surest(found);
}

/** The numbers of several appeals in one text: each begins a line that is a head, by its form or its capitals. */
export function listReferences(lines: readonly ScannedLine[], zones: readonly Zone[]): string[] {
  const heads = lines.filter(
    ({ at, blank, text }) =>
      !blank && text.length < 140 && !/^(?:letter|targets|copies|sender|mail|note|background)$/.test(zones[at] ?? ""),
  );
  const numbered = heads.filter(({ text }) => /\d/.test(text));
  const found = numbered.flatMap(({ text }) =>
    forms.flatMap(([form]) => {
      const match = form.exec(text);
      return match && match.index < 3 && /^.{0,3}\s?[:–—-]\s?\p{Lu}{3}/u.test(text.slice(match.index + match[0].length))
        ? [match[0].trim()]
        : [];
    }),
  );
  return [...new Set(found)];
}

function formed({ text, numbers, at }: ScannedLine): Finding<string>[] {
  if (!/\d/.test(text)) return [];
  return forms.flatMap(([form, confidence]) => {
    const match = form.exec(text);
    if (!match || findLinks(text).some(({ start, end }) => match.index >= start && match.index < end)) return [];
    // Further down, and behind "Re:", an appeal speaks of earlier ones.
    const earlier = /\bre\s?:/i.test(text.slice(0, match.index)) ? 0.3 : Math.min(0.1, at / 1000);
    return [{ value: match[0].trim(), lines: numbers, confidence: confidence - earlier }];
  });
}

function labelled({ text, tokens, numbers }: ScannedLine): Finding<string>[] {
  return findLabels(text, tokens).flatMap(({ label, end, strong, start }): Finding<string>[] => {
    if (label !== "reference" || !strong || (start > 0 && !/[\s(.,;|]$/.test(text.slice(0, start)))) return [];
    const value = shape.exec(text.slice(end, end + 90))?.[1]?.replace(/[\s.,;:/-]+$/, "");
    const own = start < 40 ? 0.9 : 0.6;
    return value ? [{ value, lines: numbers, confidence: own }] : [];
  });
}
