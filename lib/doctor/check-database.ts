import { readdirSync } from "node:fs";
import { pool } from "@/lib/db";
import { type Finding, ok, wrong } from "./finding";

/** Whether the database answers and has every migration of this version. */
export async function checkDatabase(): Promise<Finding> {
  let applied: Set<string>;
  try {
    applied = await appliedMigrations();
  } catch (error) {
    const { code = "", message } = error as Error & { code?: string };
    return wrong(`The database does not answer: ${message || code}`, "Start it, or correct DATABASE_URL.");
  }
  const missing = knownMigrations().filter((name) => !applied.has(name));
  if (missing.length === 0) return ok("The database answers and is up to date.");
  return wrong(`The database lacks ${missing.length} migrations, first ${missing[0]}.`, "Run npm run migrate.");
}

async function appliedMigrations(): Promise<Set<string>> {
  const table = await pool().query<{ there: boolean }>(`select to_regclass('_prisma_migrations') is not null as there`);
  if (!table.rows[0]?.there) return new Set();
  const { rows } = await pool().query<{ migration_name: string }>(
    "select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  return new Set(rows.map(({ migration_name: name }) => name));
}

function knownMigrations(): string[] {
  return readdirSync("prisma/migrations", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}
