import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { EnvError } from "@/lib/env";
import { isAlive } from "@/lib/process/alive";

/** @throws EnvError when nothing can be written into the data folder */
export function checkFolder(dataDir: string): void {
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new EnvError(`DATA_DIR: cannot write into ${dataDir} (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** One supervisor a data folder. A lock whose holder was killed is taken over. @throws EnvError when one is running */
export function takeLock(file: string): void {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const holder = Number(readFileSync(file, "utf8"));
    if (holder !== process.pid && isAlive(holder, "supervise")) {
      throw new EnvError(`DATA_DIR: Appeals Desk is running on it already (process ${holder})`);
    }
    writeFileSync(file, String(process.pid), { mode: 0o600 });
  }
  process.on("exit", () => rmSync(file, { force: true }));
}

/** @throws EnvError when somebody else listens there */
export function checkPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const why = error.code === "EADDRINUSE" ? "is taken by another program" : `cannot be used (${error.code})`;
      reject(new EnvError(`PORT: ${port} ${why}; set another one, like PORT=${port + 1}`));
    });
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

/** @throws EnvError when no database answers within five seconds */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new EnvError(`DATABASE_URL: the database does not answer (${code ?? message})`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
