import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEmbedded } from "@/lib/database/embedded";
import { env, EnvError } from "@/lib/env";
import { endWithParent } from "@/lib/process/end-with-parent";

// Owns the embedded Postgres for the supervisor, and stops it when the supervisor is gone, however that ended. Ctrl-C and
// SIGTERM may reach every process at once, but the database goes last: when the channel closes.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);

const urlFile = join(env().DATA_DIR, "database-url");
const starting = startEmbedded(env().DATA_DIR, lastPort());
let stopping = false;

async function stop(): Promise<void> {
  stopping = true;
  const postgres = await starting;
  rmSync(urlFile, { force: true });
  await postgres.stop();
}

// The file is still there when the database, or this process, fell over: clients look for it on the old port.
function lastPort(): number | undefined {
  return existsSync(urlFile) ? Number(new URL(readFileSync(urlFile, "utf8")).port) : undefined;
}

async function start(): Promise<void> {
  const { url, ended } = await starting;
  writeFileSync(urlFile, `${url}\n`, { mode: 0o600 });
  if (process.connected) process.send?.({ url });
  await ended;
  if (!stopping) process.exit(1);
}

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof EnvError)) process.stderr.write(`${String(error)}\n`);
  if (process.connected) process.send?.({ error: message }, () => process.exit(1));
  else process.exit(1);
}

endWithParent(stop);
start().catch(fail);
