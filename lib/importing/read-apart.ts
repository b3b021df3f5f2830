import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Busy, turns } from "@/lib/door/turns";
import { Refusal } from "@/lib/errors";
import { readingLimits } from "./limits";
import type { readAppeal, ReadingOptions } from "./read-appeal";
import type { ReaderAnswer, ReaderTask, Said } from "./reader";

/** `seconds` it may take, from when it begins to read and `inAll`; `built`: the bundle to use, where it is there. */
type How = { seconds?: number; inAll?: number; built?: string };

/**
 * `readAppeal` in a process of its own, which ends when it takes too long or too much memory: what strangers send never holds up
 * the site. A few are read at a time, the others wait.
 * @throws Refusal as `readDocument` does, `document-too-slow`, and `reader-busy` when too many wait already
 */
export async function readApart(
  bytes: Uint8Array,
  options: ReadingOptions = {},
  how: How = {},
): ReturnType<typeof readAppeal> {
  if (bytes.length > readingLimits.file) throw new Refusal("too-large");
  const answer = await inTurn(() => readInProcess({ bytes, options }, how));
  if ("refused" in answer) throw new Refusal(answer.refused);
  return answer.read;
}

const takeTurn = turns(readingLimits.atOnce, readingLimits.waiting);

async function inTurn(read: () => Promise<ReaderAnswer>): Promise<ReaderAnswer> {
  try {
    return await takeTurn(read);
  } catch (error) {
    throw error instanceof Busy ? new Refusal("reader-busy") : error;
  }
}

// Of a file that Next's compiler can see it makes an entry of its own, out of every one the path might be.
const processes = process.getBuiltinModule("node:child_process");

async function readInProcess(task: ReaderTask, how: How): Promise<ReaderAnswer> {
  const { file, execArgv } = program(how.built);
  const { NODE_ENV, PATH } = process.env;
  const child = processes.fork(file, {
    execArgv,
    // What it reads is a stranger's: it gets none of the keys.
    env: { NODE_ENV, PATH },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  // Its place is free when its memory is. One that could not be started ends with an error alone.
  const gone = new Promise((resolve) => child.once("exit", resolve).once("error", resolve));
  try {
    return await answerOf(child, task, how);
  } finally {
    child.kill("SIGKILL");
    await gone;
  }
}

/** How long its program takes to load says nothing of the document, but is not endless either. */
function answerOf(child: ChildProcess, task: ReaderTask, how: How): Promise<ReaderAnswer> {
  const { seconds = readingLimits.seconds, inAll = readingLimits.secondsInAll } = how;
  return new Promise((resolve, reject) => {
    const tooSlow = () => reject(new Refusal("document-too-slow"));
    const timers = [setTimeout(tooSlow, inAll * 1000)];
    child.on("message", (said: Said) => {
      if (said === "begun") timers.push(setTimeout(tooSlow, seconds * 1000));
      else if ("failed" in said) reject(new Error(`The reader of appeals failed: ${said.failed}`));
      else resolve(said);
    });
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      for (const timer of timers) clearTimeout(timer);
      // Where memory is short the system ends it before it does so itself.
      if (signal) tooSlow();
      else reject(new Error(`The reader of appeals ended with ${code}`));
    });
    child.send(task);
  });
}

/** The bundle of the build; in development the source, through the loader the site itself runs with. */
function program(given: string | undefined): { file: string; execArgv: string[] } {
  const built = given ?? join(process.cwd(), "dist", "reading.js");
  if ((given !== undefined || process.env.NODE_ENV === "production") && existsSync(built)) {
    return { file: built, execArgv: [] };
  }
  return { file: join(process.cwd(), "lib", "importing", "reading.ts"), execArgv: ["--import", "tsx"] };
}
