import { createHmac } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/db";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { getDailyPepper } from "./daily-pepper";

const shared = globalThis as typeof globalThis & { appealsNetworkLimiter?: RateLimiterPostgres };

/**
 * Counts one form from a network (a prefix, never a whole address) and refuses when it sent too many this hour. Kept
 * under the day's pepper, so that yesterday's networks cannot be told from today's.
 * @throws Refusal too-many-requests
 */
export async function limitNetwork(network: string): Promise<void> {
  shared.appealsNetworkLimiter ??= new RateLimiterPostgres({
    storeClient: pool(),
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: "network",
    points: env().NETWORK_LIMIT,
    duration: 3600,
  });
  const key = createHmac("sha256", await getDailyPepper())
    .update(network)
    .digest("base64url");
  try {
    await shared.appealsNetworkLimiter.consume(key);
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw new Refusal("too-many-requests");
    throw reason;
  }
}
