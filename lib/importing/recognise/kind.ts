import type { Draft } from "@/lib/importing/schema";
import type { Finding } from "./finding";
import type { ScannedLine } from "./scan";
import type { Zone } from "./zones";

type Kind = NonNullable<Draft["kind"]>;

const signs: [Kind, RegExp, number][] = [
  [
    "further_information",
    /\bfurther information on (?:ua|urgent|up|extra)|^further information\b.{0,60}\bua\b|^(?:urgent appeal )?update\b|información complementaria sobre|complément d'information sur|^\W{0,3}action complémentaire|^\W{0,3}(?:actualización|aggiornamento|atualização|المزيد من المعلومات)\b/i,
    0.9,
  ],
  [
    "stop",
    /^\W{0,3}(?:stop action|stop appeal|please stop|no further (?:action|appeals|letters))|no further action is (?:requested|required)|\bstop (?:sending|writing)\b/i,
    0.9,
  ],
  ["outcome", /^\W{0,3}(?:outcome|good news|result|success)\b/i, 0.7],
  [
    "urgent_action",
    /\burgent (?:action|appeal|call|intervention)|\burgent campaign|action urgente|appel urgent|acción urgente|acci[oó]n urgente|llamamiento urgente|eilaktion|dringender appell|azione urgente|appello urgente|a[cç]ão urgente|apelo urgente|긴급|نداء عاجل|تحرك عاجل|مناشدة عاجلة|紧急(?:呼吁|行动|救援)|緊急(?:呼籲|行動|救援)/i,
    0.8,
  ],
];

// Numbers of the Asian lists say what they count.
const byReference: [Kind, RegExp][] = [
  ["forwarded", /^(?:[A-Z]{2,6}-)?(?:FA|FUA)-/],
  ["further_information", /^(?:[A-Z]{2,6}-)?(?:UP|UAU|FU)-/],
];

/** What an appeal is: the head of the text says it, else that it was passed on. `forwarded`: it has a forwarder. */
export function findKind(
  lines: readonly ScannedLine[],
  zones: readonly Zone[],
  forwarded: boolean,
  reference: Finding<string> | null,
): Finding<Kind> | null {
  const head = lines
    .filter(({ at, blank }) => !blank && /^(?:appeal|mail|requests|edge)$/.test(zones[at] ?? ""))
    .slice(0, 14);
  const coded = byReference.find(([, sign]) => reference !== null && sign.test(reference.value));
  if (coded && reference) return { value: coded[0], lines: reference.lines, confidence: 0.85 };
  const found = signs.flatMap(([kind, sign, confidence]): Finding<Kind>[] => {
    const line = head.find(({ text }) => text.length < 200 && sign.test(text));
    return line ? [{ value: kind, lines: line.numbers, confidence }] : [];
  });
  const [first] = found;
  if (first && !(forwarded && first.value === "urgent_action")) return first;
  if (forwarded) return { value: "forwarded", lines: [], confidence: 0.8 };
  if (!first && reference && /^UA\s?\d/.test(reference.value))
    return { value: "urgent_action", lines: reference.lines, confidence: 0.75 };
  return first ?? null;
}
