import { validate } from "uuid";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";

const challengeSeconds = 300;

type Asked = { sessionId: string | null; accountId: string };

/** Keeps what an authenticator is asked to sign in the session that asked. @throws Refusal("sign-in-over") */
export async function keepChallenge({ sessionId, accountId }: Asked, challenge: string): Promise<void> {
  if (!sessionId || !validate(sessionId)) throw new Refusal("sign-in-over");
  const { count } = await db().session.updateMany({
    where: { id: sessionId, accountId, endedAt: null },
    data: { challenge, challengeUntil: new Date(Date.now() + challengeSeconds * 1000) },
  });
  if (count === 0) throw new Refusal("sign-in-over");
}

/** Uses the session's challenge up, whatever comes of it. @throws Refusal("wrong-passkey") when there is none any more */
export async function spendChallenge({ sessionId, accountId }: Asked): Promise<string> {
  if (!sessionId || !validate(sessionId)) throw new Refusal("wrong-passkey");
  const where = { id: sessionId, accountId, endedAt: null, challengeUntil: { gt: new Date() } };
  const session = await db().session.findFirst({ where, select: { challenge: true } });
  if (!session?.challenge) throw new Refusal("wrong-passkey");
  const { challenge } = session;
  const { count } = await db().session.updateMany({ where: { ...where, challenge }, data: { challenge: null } });
  if (count === 0) throw new Refusal("wrong-passkey");
  return challenge;
}
