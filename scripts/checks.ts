import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { EnvError } from "@/lib/env";
import { isAlive } from "@/lib/process/alive";

// An earlier run whose `npm start` was killed notices within a second, and then stops in at most half a minute.
const noticeMs = 3000;
const patienceMs = 45_000;

/** @throws EnvError when nothing can be written into the data folder */
export function checkFolder(dataDir: string): void {
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    makeFolder(dataDir);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new EnvError(`DATA_DIR: cannot write into ${dataDir} (${codeOf(error)})`, { cause: error });
  }
}

// Not `recursive`: where the system says that nothing can be made (below /proc), Node tries again for ever.
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/**
 * Lets one supervisor at a time run on a data folder. One that is stopping is waited for, the lock of one that was killed is
 * taken over.
 * @returns whether it was taken over
 * @throws EnvError when another one is running
 */
export async function takeLock(file: string): Promise<boolean> {
  const from = Date.now();
  let waited = false;
  for (let holder = readHolder(file); holder.pid !== process.pid; holder = readHolder(file)) {
    if (!isAlive(holder.pid, "supervise")) {
      waited ||= holder.pid > 0;
      writeFileSync(file, String(process.pid), { mode: 0o600 });
    } else if (Date.now() - from > (holder.stopping ? patienceMs : noticeMs)) {
      throw new EnvError(`DATA_DIR: Appeals Desk is running on it already (process ${holder.pid})`);
    } else {
      waited = true;
    }
    // Two that take over at once: the last one to write has it, and the other sees that now.
    await pause(100);
  }
  process.on("exit", () => rmSync(file, { force: true }));
  return waited;
}

/** Tells the next supervisor that this one is on its way out. */
export function markStopping(file: string): void {
  if (readHolder(file).pid === process.pid) writeFileSync(file, `${process.pid} stopping`);
}

/**
 * Waits until a port is free, if an earlier run may still be leaving it.
 * @throws EnvError when somebody else listens there
 */
export async function checkPort(port: number, leaving: boolean): Promise<void> {
  const until = Date.now() + (leaving ? 15_000 : 0);
  for (;;) {
    const code = await tryPort(port);
    if (!code) return;
    const why = code === "EADDRINUSE" ? "is taken by another program" : `cannot be used (${code})`;
    if (Date.now() > until) throw new EnvError(`PORT: ${port} ${why}; set another one, like PORT=${port + 1}`);
    await pause(200);
  }
}

/** @throws EnvError when no database answers within five seconds */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await client.query("select 1");
  } catch (error) {
    const why = codeOf(error) ?? (error as Error).message;
    throw new EnvError(`DATABASE_URL: the database does not answer (${why})`, { cause: error });
  } finally {
    await client.end();
  }
}

function readHolder(file: string): { pid: number; stopping: boolean } {
  const [pid, word] = existsSync(file) ? readFileSync(file, "utf8").split(" ") : [];
  return { pid: Number(pid ?? 0), stopping: word === "stopping" };
}

function tryPort(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(codeOf(error)));
    probe.listen(port, () => probe.close(() => resolve(undefined)));
  });
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
