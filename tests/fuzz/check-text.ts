import { draftSchema } from "@/lib/importing/schema";
import { toLines } from "@/lib/importing/to-lines";
import { understand } from "@/lib/importing/understand";

/** Milliseconds of the thread on a processor that a text of up to so many UTF-16 code units may take. */
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
  // By the thread's own time, and of several the quickest: that others use the processor too is no fault of ours.
  let before = process.threadCpuUsage();
  const result = read();
  let taken = since(before);
  for (let n = 0; n < tries && taken > ms; n += 1) {
    before = process.threadCpuUsage();
    read();
    taken = Math.min(taken, since(before));
  }
  if (taken > ms) throw new Error(`${Math.round(taken)} ms for ${text.length} signs`);
  return result;
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function numbersIn(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, one]) => (key === "lines" ? (one as number[]) : numbersIn(one)));
}
