import { listPassages, listUnits } from "./passages";

/** The passages of texts, each once. Of long examples it takes milliseconds: made once, it serves any number of letters. */
export function passagesOf(texts: string[]): Set<string> {
  return new Set(texts.flatMap((text) => listPassages(listUnits(text)).map((passage) => passage.text)));
}

/**
 * How much of a letter is its writer's own, from 0 to 1.
 * @param known the passages of the examples they began with
 */
export function ownShare(text: string, known: Set<string>): number {
  const units = listUnits(text);
  const borrowed = new Set<number>();
  for (const { text: passage, from, to } of listPassages(units)) {
    if (!known.has(passage)) continue;
    for (let at = from; at < to; at += 1) borrowed.add(at);
  }
  const whole = units.reduce((sum, { weight }) => sum + weight, 0);
  const own = units.reduce((sum, { weight }, at) => (borrowed.has(at) ? sum : sum + weight), 0);
  return whole === 0 ? 0 : own / whole;
}

/** The passages of a letter that are not known from its examples, each once. */
export function ownPassages(text: string, known: Set<string>): string[] {
  return [...passagesOf([text])].filter((passage) => !known.has(passage));
}

export const ownLevels = ["like", "partly", "mostly"] as const;
export type OwnLevel = (typeof ownLevels)[number];

/**
 * What is said of a letter.
 * @param share how much of it is its writer's own
 * @param near how much of that stands in letters that were sent before
 */
export function ownLevel(share: number, near = 0): OwnLevel {
  const own = share * (1 - near);
  if (own >= 0.5) return "mostly";
  // Two sentences under a page of sample.
  return own >= 0.05 ? "partly" : "like";
}
