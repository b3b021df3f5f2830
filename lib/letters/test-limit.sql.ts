import type pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/db";
import { Refusal } from "@/lib/errors";

/** Letters a member may send to themselves. */
export const testsAnHour = 10;

const limiters = new WeakMap<pg.Pool, RateLimiterPostgres>();

/** @throws Refusal("too-many-requests") when this member has had their letters of this hour */
export async function countTest(memberId: string): Promise<void> {
  try {
    await limiterOf(pool()).consume(memberId);
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw new Refusal("too-many-requests");
    throw reason;
  }
}

function limiterOf(storeClient: pg.Pool): RateLimiterPostgres {
  const limiter =
    limiters.get(storeClient) ??
    new RateLimiterPostgres({
      storeClient,
      storeType: "pool",
      tableName: "rate_limits",
      tableCreated: true,
      keyPrefix: "test-letter",
      points: testsAnHour,
      duration: 3600,
    });
  limiters.set(storeClient, limiter);
  return limiter;
}
