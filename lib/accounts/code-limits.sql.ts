import { RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "@/lib/errors";
import { limiterKey, limiters } from "./sign-in-limits.sql";

/** Who guesses, and from where. */
type Guesser = { accountId: string; network: string };

/**
 * Counts a guess at a code before it is tried. From one network ten a quarter of an hour. A code of the app can be guessed, so
 * besides: thirty a day at an account from wherever, and thirty from each network it has signed in from before, which a stranger
 * elsewhere cannot use up. Recovery codes cannot be guessed, nor passkeys: they have no daily limit.
 * @throws Refusal("too-many-requests"), Refusal("too-many-codes")
 */
export async function countCodeGuess({ accountId, network }: Guesser, kind: "totp" | "recovery"): Promise<void> {
  const { code, codeDay, codeDayKnown, known } = limiters();
  const here = limiterKey(`${accountId} ${network}`);
  await consume(code, here, "too-many-requests");
  if (kind === "recovery") return;
  const isKnown = (await known.get(here)) !== null;
  await consume(isKnown ? codeDayKnown : codeDay, isKnown ? here : limiterKey(accountId), "too-many-codes");
}

/**
 * A right code clears the guesses from its network and takes its own back from the day; what strangers guessed stays. The
 * network is known from now on, for a month.
 */
export async function forgetCodeGuesses({ accountId, network }: Guesser, kind: "totp" | "recovery"): Promise<void> {
  const { code, codeDay, codeDayKnown, codeSeries, known } = limiters();
  const here = limiterKey(`${accountId} ${network}`);
  const wasKnown = (await known.get(here)) !== null;
  await code.delete(here);
  await codeDayKnown.delete(here);
  if (kind === "totp" && !wasKnown) await codeDay.reward(limiterKey(accountId));
  await codeSeries.delete(limiterKey(accountId));
  await rememberNetwork({ accountId, network });
}

/** A new password ends the shutting out of codes: whoever used up the day's guesses knew the old one. */
export async function forgetCodeDay(accountId: string): Promise<void> {
  await limiters().codeDay.delete(limiterKey(accountId));
}

/** A network from which somebody gave a second factor of the account is known for a month; it is kept as an HMAC only. */
export async function rememberNetwork({ accountId, network }: Guesser): Promise<void> {
  await limiters().known.set(limiterKey(`${accountId} ${network}`), 1, knownSeconds);
}

const knownSeconds = 30 * 24 * 3600;

/** @returns the how-manieth wrong code of a series this is, which a right one ends, or a day */
export async function countWrongCode(accountId: string): Promise<number> {
  const { consumedPoints } = await limiters().codeSeries.penalty(limiterKey(accountId));
  return consumedPoints;
}

/** Counts a passkey's answer before it is tried: it cannot be guessed, but asks for work. @throws Refusal("too-many-requests") */
export async function countPasskeyTry({ accountId, network }: Guesser): Promise<void> {
  await consume(limiters().passkey, limiterKey(`${accountId} ${network}`), "too-many-requests");
}

type Limiter = ReturnType<typeof limiters>["code"];

async function consume(limiter: Limiter, key: string, refusal: "too-many-requests" | "too-many-codes"): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw new Refusal(refusal);
    throw reason;
  }
}
