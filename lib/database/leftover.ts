import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "@/lib/process/alive";

const patienceMs = 30_000;

/** Stops a Postgres that an earlier run left on this cluster, and clears away what a killed one could not. */
export async function stopLeftover(data: string): Promise<void> {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (isAlive(pid, data)) {
    process.kill(pid, "SIGINT");
    const until = Date.now() + patienceMs;
    while (isAlive(pid, data) && Date.now() < until) await pause(50);
    if (isAlive(pid, data)) process.kill(pid, "SIGQUIT");
  }
  rmSync(file, { force: true });
}
