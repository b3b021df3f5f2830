import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker, type WorkerOptions } from "node:worker_threads";
import { Refusal } from "@/lib/errors";
import { readingLimits } from "./limits";
import type { readAppeal } from "./read-appeal";
import type { ReaderAnswer, ReaderTask } from "./reader";

/**
 * `readAppeal` in a thread of its own, which ends when it takes too long or too much memory: what strangers send never holds up
 * the site.
 * @param seconds it may take
 * @throws Refusal as `readDocument` does, and `document-too-slow`
 */
export async function readApart(
  bytes: Uint8Array,
  options: { encoding?: string; name?: string } = {},
  seconds: number = readingLimits.seconds,
): ReturnType<typeof readAppeal> {
  if (bytes.length > readingLimits.file) throw new Refusal("too-large");
  const task: ReaderTask = { bytes, options };
  const { file, execArgv } = program();
  const thread = new Worker(file, { workerData: task, execArgv, resourceLimits, stdout: true, stderr: true });
  try {
    const answer = await answerOf(thread, seconds);
    if ("refused" in answer) throw new Refusal(answer.refused);
    return answer.read;
  } finally {
    await thread.terminate();
  }
}

const resourceLimits: WorkerOptions["resourceLimits"] = { maxOldGenerationSizeMb: readingLimits.megabytes };

function answerOf(thread: Worker, seconds: number): Promise<ReaderAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Refusal("document-too-slow")), seconds * 1000);
    const settle = (act: () => void) => (): void => {
      clearTimeout(timer);
      act();
    };
    thread.once("message", (answer: ReaderAnswer) => settle(() => resolve(answer))());
    thread.once("error", (error: Error) => settle(() => reject(ofMemory(error)))());
    thread.once("exit", (code) => settle(() => reject(new Error(`The reader of appeals ended with ${code}`)))());
  });
}

/** The thread ends by itself when it wants more memory than it may have. */
function ofMemory(error: Error): Error {
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new Refusal("document-too-slow") : error;
}

/** The bundle of the build; in development the source, through the loader the site itself runs with. */
function program(): { file: string; execArgv: string[] } {
  const built = join(process.cwd(), "dist", "reader.js");
  if (process.env.NODE_ENV === "production" && existsSync(built)) return { file: built, execArgv: [] };
  return { file: join(process.cwd(), "lib", "importing", "reader.ts"), execArgv: ["--import", "tsx"] };
}
