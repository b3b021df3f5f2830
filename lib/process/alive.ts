import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Whether a process runs and its command line contains `words`: a pid alone may have been given to somebody else. */
export function isAlive(pid: number, words = ""): boolean {
  if (!Number.isInteger(pid) || pid < 1) return false;
  const line = commandLine(pid);
  return line !== "" && line.includes(words);
}

/** Empty where there is no such process, or only what is left of it until its parent has heard of its end. */
function commandLine(pid: number): string {
  try {
    // A small Linux has no ps.
    if (existsSync("/proc/self/cmdline")) return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-ww", "-o", "args=", "-p", String(pid)], { encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const { code, status } = error as NodeJS.ErrnoException & { status?: number };
    if (code === "ENOENT" || code === "ESRCH" || status === 1) return "";
    throw error;
  }
}
