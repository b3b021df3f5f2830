import { createHmac } from "node:crypto";
import type pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { deriveKey } from "@/lib/privacy/sealing";

/**
 * Wrong guesses allowed within a quarter of an hour: at an account from one network; from one network, which an office may
 * share; and at an account from everywhere, so high that a stranger who wants to lock a member out has to own networks.
 * Codes of a second factor are few: ten guesses at an account, from wherever. Only who knows the password can use them up.
 */
export const guesses = { account: 10, network: 60, everywhere: 100, code: 10, seconds: 900 } as const;

type Limiters = Record<"account" | "network" | "everywhere" | "code", RateLimiterPostgres>;

const limitersOf = new WeakMap<pg.Pool, Limiters>();

function limiters(): Limiters {
  const client = pool();
  const found = limitersOf.get(client) ?? {
    account: limiter(client, "sign-in-account", guesses.account),
    network: limiter(client, "sign-in-network", guesses.network),
    everywhere: limiter(client, "sign-in-everywhere", guesses.everywhere),
    code: limiter(client, "sign-in-code", guesses.code),
  };
  limitersOf.set(client, found);
  return found;
}

function limiter(storeClient: pg.Pool, keyPrefix: string, points: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient,
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix,
    points,
    duration: guesses.seconds,
  });
}

function key(value: string): string {
  return createHmac("sha256", deriveKey("sign-in-limits")).update(value).digest("base64url");
}

/**
 * Counts a guess before it is tried, so that many at once cannot slip through.
 * @throws Refusal("too-many-requests") when this account or this network has guessed too often
 */
export async function countGuess(email: string, network: string): Promise<void> {
  const { account, network: networks, everywhere } = limiters();
  try {
    await networks.consume(key(network));
    await account.consume(key(`${email} ${network}`));
    await everywhere.consume(key(email));
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw new Refusal("too-many-requests");
    throw reason;
  }
}

/** A right password clears the account's guesses and takes its own back from the network. */
export async function forgetGuess(email: string, network: string): Promise<void> {
  const { account, network: networks, everywhere } = limiters();
  await account.delete(key(`${email} ${network}`));
  await everywhere.delete(key(email));
  await networks.reward(key(network));
}

/** Counts a guess at a code before it is tried. @throws Refusal("too-many-requests") */
export async function countCodeGuess(accountId: string): Promise<void> {
  try {
    await limiters().code.consume(key(accountId));
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw new Refusal("too-many-requests");
    throw reason;
  }
}

/** A right code clears the guesses before it. */
export async function forgetCodeGuesses(accountId: string): Promise<void> {
  await limiters().code.delete(key(accountId));
}
