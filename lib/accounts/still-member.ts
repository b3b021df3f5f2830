import type { Actor } from "./access";
import { readSession } from "./check-session";

/**
 * Whether a page that stays open may go on showing things to the member it was opened by. Asking does not count as using
 * the session: one that nobody uses is over in time, though its page is open.
 */
export async function isStillMember(sessionId: string, { memberId }: Pick<Actor, "memberId">): Promise<boolean> {
  const session = await readSession(sessionId, new Date());
  return session?.account.members.some(({ id }) => id === memberId) ?? false;
}
