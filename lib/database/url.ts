import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { env, EnvError } from "@/lib/env";

/**
 * Where the database is: `DATABASE_URL`, else the embedded Postgres that a running supervisor has written down.
 * @throws EnvError when there is neither
 */
export function databaseUrl(): string {
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL) return DATABASE_URL;
  const file = join(DATA_DIR, "database-url");
  if (!existsSync(file)) throw new EnvError("no database: set DATABASE_URL, or start the embedded one with npm start");
  return readFileSync(file, "utf8").trim();
}
