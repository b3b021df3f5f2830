import { execFileSync } from "node:child_process";

/** Whether a process runs and its command line contains `words`: a pid alone may have been given to somebody else. */
export function isAlive(pid: number, words: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    return execFileSync("ps", ["-ww", "-o", "args=", "-p", String(pid)], { encoding: "utf8" }).includes(words);
  } catch (error) {
    if ((error as { status?: number }).status === 1) return false;
    throw error;
  }
}
