import { draftSchema } from "@/lib/importing/schema";
import { toLines } from "@/lib/importing/to-lines";
import { understand } from "@/lib/importing/understand";
import { addressList } from "./address-list";

/** Milliseconds of the thread on a processor that a text of up to so many UTF-16 code units may take. */
const allowed = [
  { size: 5000, ms: 100 },
  { size: Infinity, ms: 200 },
];
const tries = 3;
/** How many times as long as a list of addresses of 50 kB, read right after, a text may take where a busy machine slows both. */
const timesList = 2.5;

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
  const { result, taken: first } = measured(read);
  const taken = first > ms ? quickest(read, first) : first;
  if (taken > ms && taken > quickest(() => understand(toLines(addressList), null)) * timesList)
    throw new Error(`${Math.round(taken)} ms for ${text.length} signs`);
  return result;
}

/** By the thread's own time: that others use the processor too is no fault of ours. */
function measured<T>(read: () => T): { result: T; taken: number } {
  const before = process.threadCpuUsage();
  const result = read();
  return { result, taken: since(before) };
}

function quickest(read: () => unknown, known = Infinity): number {
  let taken = known;
  for (let n = 0; n < tries; n += 1) taken = Math.min(taken, measured(read).taken);
  return taken;
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
