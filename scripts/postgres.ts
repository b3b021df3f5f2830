import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clusterHome } from "@/lib/database/cluster-home";
import { newPassword, startPostgres } from "@/lib/database/embedded";
import { env } from "@/lib/env";

// Owns the embedded Postgres for the supervisor, and stops it when the supervisor is gone, however that ended.
const { DATA_DIR } = env();
const keys = join(DATA_DIR, "keys");
const passwordFile = join(keys, "postgres-password");
const urlFile = join(DATA_DIR, "database-url");

mkdirSync(keys, { recursive: true, mode: 0o700 });
if (!existsSync(passwordFile)) writeFileSync(passwordFile, newPassword(), { mode: 0o600 });
const postgres = await startPostgres(clusterHome(DATA_DIR), { password: readFileSync(passwordFile, "utf8").trim() });
writeFileSync(urlFile, `${postgres.url}\n`, { mode: 0o600 });

async function stop(): Promise<void> {
  rmSync(urlFile, { force: true });
  await postgres.stop();
  process.exit(0);
}

process.once("disconnect", () => void stop());
// Ctrl-C reaches every process of the terminal; Postgres goes last, when the supervisor says so.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});
process.send?.({ url: postgres.url });
