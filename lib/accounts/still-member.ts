import type { Actor } from "./access";
import { readSession } from "./check-session";
import { lacksSecondFactor } from "./lacks-second-factor";

/**
 * Whether a page that stays open may go on showing things to the member it was opened by. Asking does not count as using
 * the session: one that nobody uses is over in time, though its page is open.
 */
export async function isStillMember(sessionId: string, { memberId }: Pick<Actor, "memberId">): Promise<boolean> {
  const session = await readSession(sessionId, new Date());
  const member = session?.account.members.find(({ id }) => id === memberId);
  return session && member ? !lacksSecondFactor(member.organisation, session.account) : false;
}
