import { parentPort, workerData } from "node:worker_threads";
import { Refusal } from "@/lib/errors";
import { readAppeal, type ReadingOptions } from "./read-appeal";

/** What a reader is given, and what it answers: a refusal by its code, for errors lose their class on the way. */
export type ReaderTask = { bytes: Uint8Array; options: ReadingOptions };
export type ReaderAnswer = { read: Awaited<ReturnType<typeof readAppeal>> } | { refused: Refusal["code"] };
/** Before it begins to read it says so. `failed`: where, when it is our fault. */
export type Said = ReaderAnswer | "begun" | { failed: string };

async function answer({ bytes, options }: ReaderTask): Promise<ReaderAnswer> {
  try {
    return { read: await readAppeal(bytes, options) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code };
    throw error;
  }
}

function tell(said: Said): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  parentPort?.postMessage(said);
}

tell("begun");
tell(await answer(workerData as ReaderTask));
