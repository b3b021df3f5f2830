import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { EnvError } from "@/lib/env";
import { isAlive } from "@/lib/process/alive";

/**
 * Stops a Postgres that an earlier run left on this cluster: fast, then at once (its next start recovers).
 * @throws EnvError when it does not end
 */
export async function stopLeftover(cluster: string): Promise<void> {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (isOurs(pid, cluster)) return stopIt(pid, cluster);
  // Without that process Postgres needs the file to see what it left in shared memory. But the pid may have been given to
  // somebody else since, as after a restart of a container: Postgres would take that for itself and refuse to start.
  if (isAlive(pid)) rmSync(file, { force: true });
}

async function stopIt(pid: number, cluster: string): Promise<void> {
  for (const [signal, seconds] of [
    ["SIGINT", 20],
    ["SIGQUIT", 10],
  ] as const) {
    if (!isOurs(pid, cluster)) return;
    process.kill(pid, signal);
    const until = Date.now() + seconds * 1000;
    while (isOurs(pid, cluster) && Date.now() < until) await pause(50);
  }
  if (isOurs(pid, cluster))
    throw new EnvError(`the Postgres of an earlier run (process ${pid}) does not end: stop it by hand`);
}

function isOurs(pid: number, cluster: string): boolean {
  return isAlive(pid, `postgres -D ${cluster} `);
}
