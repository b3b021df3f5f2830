import { createHmac } from "node:crypto";
import type pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { deriveKey } from "@/lib/privacy/sealing";

/**
 * Wrong guesses allowed within a quarter of an hour: at an account from one network; from one network, which an office may
 * share; and at an account from everywhere, so high that a stranger who wants to lock a member out has to own networks.
 */
export const guesses = { account: 10, network: 60, everywhere: 100 } as const;
const quarter = 900;
const day = 24 * 3600;

/** `lib/accounts/code-limits.sql.ts` says what those of codes and passkeys are for. */
type Limiters = Record<
  "account" | "network" | "everywhere" | "code" | "codeDay" | "codeDayKnown" | "codeSeries" | "known" | "passkey",
  RateLimiterPostgres
>;

const limitersOf = new WeakMap<pg.Pool, Limiters>();

/** The counters of this process's database, all in one table. */
export function limiters(): Limiters {
  const client = pool();
  const found = limitersOf.get(client) ?? {
    account: limiter(client, "sign-in-account", guesses.account),
    network: limiter(client, "sign-in-network", guesses.network),
    everywhere: limiter(client, "sign-in-everywhere", guesses.everywhere),
    code: limiter(client, "sign-in-code", 10),
    codeDay: limiter(client, "sign-in-code-day", 30, day),
    codeDayKnown: limiter(client, "sign-in-code-known", 30, day),
    codeSeries: limiter(client, "sign-in-code-series", 1, day),
    known: limiter(client, "sign-in-known-network", 1, day),
    passkey: limiter(client, "sign-in-passkey", 30),
  };
  limitersOf.set(client, found);
  return found;
}

function limiter(storeClient: pg.Pool, keyPrefix: string, points: number, duration = quarter): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient,
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix,
    points,
    duration,
  });
}

/** What is kept of an account or a network. */
export function limiterKey(value: string): string {
  return createHmac("sha256", deriveKey("sign-in-limits")).update(value).digest("base64url");
}

/**
 * Counts a guess before it is tried, so that many at once cannot slip through.
 * @throws Refusal("too-many-requests") when this account or this network has guessed too often
 */
export async function countGuess(email: string, network: string): Promise<void> {
  const { account, network: networks, everywhere } = limiters();
  try {
    await networks.consume(limiterKey(network));
    await account.consume(limiterKey(`${email} ${network}`));
    await everywhere.consume(limiterKey(email));
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw new Refusal("too-many-requests");
    throw reason;
  }
}

/** A right password clears the account's guesses and takes its own back from the network. */
export async function forgetGuess(email: string, network: string): Promise<void> {
  const { account, network: networks, everywhere } = limiters();
  await account.delete(limiterKey(`${email} ${network}`));
  await everywhere.delete(limiterKey(email));
  await networks.reward(limiterKey(network));
}
