import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Worker, WorkerOptions } from "node:worker_threads";
import { Refusal } from "@/lib/errors";
import { readingLimits } from "./limits";
import type { readAppeal, ReadingOptions } from "./read-appeal";
import type { begun as Begun, ReaderAnswer, ReaderTask } from "./reader";

/**
 * `readAppeal` in a thread of its own, which ends when it takes too long or too much memory: what strangers send never holds up
 * the site.
 * @param seconds it may take
 * @throws Refusal as `readDocument` does, and `document-too-slow`
 */
export async function readApart(
  bytes: Uint8Array,
  options: ReadingOptions = {},
  seconds: number = readingLimits.seconds,
): ReturnType<typeof readAppeal> {
  if (bytes.length > readingLimits.file) throw new Refusal("too-large");
  const task: ReaderTask = { bytes, options };
  const { file, execArgv } = program();
  const thread = new threads.Worker(file, { workerData: task, execArgv, resourceLimits, stdout: true, stderr: true });
  try {
    const answer = await answerOf(thread, seconds);
    if ("refused" in answer) throw new Refusal(answer.refused);
    return answer.read;
  } finally {
    await thread.terminate();
  }
}

// Of a `new Worker` it can see Next's compiler makes an entry of its own, out of every file the path might be.
const threads = process.getBuiltinModule("node:worker_threads");

/** What the thread says before it reads. */
const begun: typeof Begun = "begun";

const resourceLimits: WorkerOptions["resourceLimits"] = { maxOldGenerationSizeMb: readingLimits.megabytes };

/** Its time counts from when it begins to read: how long its program takes to load says nothing of the document. */
function answerOf(thread: Worker, seconds: number): Promise<ReaderAnswer> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      act();
    };
    thread.on("message", (said: ReaderAnswer | typeof begun) => {
      if (said === begun) timer = setTimeout(() => reject(new Refusal("document-too-slow")), seconds * 1000);
      else settle(() => resolve(said));
    });
    thread.once("error", (error: Error) => settle(() => reject(ofMemory(error))));
    thread.once("exit", (code) => settle(() => reject(new Error(`The reader of appeals ended with ${code}`))));
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
