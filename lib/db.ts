import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { databaseUrl } from "@/lib/database/url";
import { PrismaClient } from "@/lib/generated/prisma/client";
import { log } from "@/lib/log";

// server.ts and Next load separate copies of this file: what must be one per process sits on globalThis.
const shared = globalThis as typeof globalThis & { appealsPool?: pg.Pool; appealsPrisma?: PrismaClient };

/** The pool of the hot paths; one per process. Used by `*.sql.ts` only. */
export function pool(): pg.Pool {
  shared.appealsPool ??= newPool();
  return shared.appealsPool;
}

function newPool(): pg.Pool {
  const made = new pg.Pool({
    connectionString: databaseUrl(),
    max: 10,
    connectionTimeoutMillis: 10_000,
    application_name: "appeals-desk",
    // Statements of hot paths are few and always the same: planning the fence anew for each flush cost half its time.
    options: "-c plan_cache_mode=force_generic_plan",
  });
  // A connection that breaks while nobody uses it is replaced by the pool; unheard, the event would end the process.
  return made.on("error", (err) => log.warn({ err }, "an idle database connection broke"));
}

/** The Prisma client, for everything that is not a hot path. */
export function db(): PrismaClient {
  shared.appealsPrisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl(), max: 5 }),
  });
  return shared.appealsPrisma;
}

/** Closes what this process opened; for the end of a process and of a test. */
export async function closeDb(): Promise<void> {
  const { appealsPool, appealsPrisma } = shared;
  delete shared.appealsPool;
  delete shared.appealsPrisma;
  await Promise.all([appealsPool?.end(), appealsPrisma?.$disconnect()]);
}
