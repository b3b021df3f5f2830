import { Worker } from "node:worker_threads";
import { readingLimits } from "./limits";
import type { Said } from "./reader";

// The program of a process that reads one appeal: a thread of it reads, and this one watches what memory all of it takes. The
// limit of a thread counts objects alone, not the bytes that a document unpacks to.

/** Often enough: a thread fills some 100 MB in this time. */
const watchMilliseconds = 25;

const outOfMemory = { refused: "document-too-slow" } satisfies Said;

process.once("message", (task) => {
  const resourceLimits = { maxOldGenerationSizeMb: readingLimits.heap };
  const thread = new Worker(readerFile(), { workerData: task, resourceLimits, stdout: true, stderr: true });
  thread.on("message", (said: Said) => tell(said));
  thread.on("error", (error: Error & { code?: string }) => {
    end(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? outOfMemory : { failed: placeOf(error) });
  });
  setInterval(() => {
    if (process.memoryUsage.rss() > readingLimits.megabytes * 1024 * 1024) end(outOfMemory);
  }, watchMilliseconds);
});
// Who asked is gone.
process.once("disconnect", () => process.exit());

function readerFile(): URL {
  return new URL(import.meta.url.endsWith(".ts") ? "./reader.ts" : "./reader.js", import.meta.url);
}

/** Without its message: that may say what the document does. */
function placeOf({ name, stack = "" }: Error): string {
  return [name, ...stack.split("\n").filter((line) => /^\s+at /.test(line))].join("\n");
}

function tell(said: Said): void {
  process.send?.(said);
}

/** Does not wait for the thread, which may be filling the memory. */
function end(said: Said): void {
  process.send?.(said, () => process.kill(process.pid, "SIGKILL"));
}
