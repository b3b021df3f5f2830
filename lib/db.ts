import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { ClientInTurn } from "@/lib/database/client-in-turn";
import { databaseUrl } from "@/lib/database/url";
import { env } from "@/lib/env";
import { PrismaClient } from "@/lib/generated/prisma/client";
import { log } from "@/lib/log";

// server.ts and Next load separate copies of this file: what must be one per process sits on globalThis.
const shared = globalThis as typeof globalThis & { appealsPool?: pg.Pool; appealsPrisma?: PrismaClient };

/** The pool of the hot paths; one per process. Used by `*.sql.ts` only. */
export function pool(): pg.Pool {
  // Statements of hot paths are few and always the same: planning the fence anew for each flush cost half its time.
  shared.appealsPool ??= newPool({ max: 10, options: "-c plan_cache_mode=force_generic_plan" });
  return shared.appealsPool;
}

/** A pool of connections with the patience of all of ours. Whoever makes it ends it. */
export function newPool(settings: pg.PoolConfig): pg.Pool {
  const made = new pg.Pool({
    connectionString: databaseUrl(),
    application_name: "appeals-desk",
    ...patience(),
    ...settings,
  });
  // What breaks is replaced by the pool; unheard, the event would end the process.
  made.on("error", (err) => log.warn({ err }, "an idle database connection broke"));
  return made.on("connect", (client) => client.on("error", (err) => log.warn({ err }, "a database connection broke")));
}

/**
 * A connection that a router has forgotten is silent for hours. A question without an answer ends it within a third of a lease,
 * the heart's own measure, and those nobody uses go before that: who asks again gets a fresh one.
 */
function patience() {
  const third = Math.max(1000, (env().LEASE_SECONDS * 1000) / 3);
  return {
    query_timeout: third,
    connectionTimeoutMillis: Math.min(10_000, third),
    idleTimeoutMillis: Math.min(10_000, third / 2),
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
}

/** The Prisma client, for everything that is not a hot path. */
export function db(): PrismaClient {
  shared.appealsPrisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl(), max: 5, Client: ClientInTurn, ...patience() }),
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
