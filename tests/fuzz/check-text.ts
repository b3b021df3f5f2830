import { draftSchema } from "@/lib/importing/schema";
import { toLines } from "@/lib/importing/to-lines";
import { understand } from "@/lib/importing/understand";

/** Milliseconds of the processor that a text of up to so many UTF-16 code units may take. */
const allowed = [
  { size: 5000, ms: 100 },
  { size: Infinity, ms: 200 },
];
const tries = 3;

/**
 * Reads a text and throws where what comes out is not as it must be, or comes too late: a draft in its shape, every number that of
 * a line of the text.
 */
export function checkText(text: string): void {
  const draft = inTime(text, () => understand(toLines(text), null));
  const { data, error } = draftSchema.safeParse(draft);
  if (error)
    throw new Error(`no draft: ${error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ")}`);
  const last = text.split("\n").length;
  for (const number of numbersIn(data)) if (number > last) throw new Error(`line ${number} of ${last}`);
}

function inTime<T>(text: string, read: () => T): T {
  const { ms = 0 } = allowed.find(({ size }) => text.length <= size) ?? {};
  const from = performance.now();
  const result = read();
  let taken = performance.now() - from;
  // Again, and of several the quickest, by the processor: that others use it too is no fault of ours.
  for (let n = 0; n < tries && taken > ms; n += 1) {
    const before = process.cpuUsage();
    read();
    const { user, system } = process.cpuUsage(before);
    taken = Math.min(taken, (user + system) / 1000);
  }
  if (taken > ms) throw new Error(`${Math.round(taken)} ms for ${text.length} signs`);
  return result;
}

function numbersIn(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, one]) => (key === "lines" ? (one as number[]) : numbersIn(one)));
}
