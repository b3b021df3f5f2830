// One line a step of a start or a build, with the seconds it took; a slow step says every 15 s that it still works.
import { spawn } from "node:child_process";

const stillEveryMs = 15_000;

/** What went wrong, in one line a person can act on. */
export class StepError extends Error {}

/** Runs work, and prints what it is and how long it took. */
export async function step(label, work) {
  const from = Date.now();
  const seconds = () => ((Date.now() - from) / 1000).toFixed(1);
  const still = setInterval(() => console.log(`  … ${label}: ${seconds()} s so far`), stillEveryMs);
  try {
    const result = await work();
    console.log(`✓ ${label} (${seconds()} s)`);
    return result;
  } finally {
    clearInterval(still);
  }
}

/** Runs a program quietly: what it says is shown only when it fails. */
export async function runQuietly(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  const code = await ending(child);
  if (code === 0) return said;
  process.stderr.write(said);
  throw new StepError(`${options.label ?? command} failed (exit code ${code}); what it said is above`);
}

/** Waits for a process: its exit code, 1 when a signal ended it. */
export function ending(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

// npm that is killed tells nobody, but what it started gets another parent.
const parent = process.ppid;

/** Stops a process when the npm that started us is gone. */
export function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  setInterval(() => process.ppid === parent || child.kill("SIGTERM"), 500).unref();
}

/** Ends this process after a failure: one line for what a person can mend, the stack for what is our fault. */
export function fail(error) {
  console.error(error instanceof StepError ? error.message : error);
  process.exit(1);
}
