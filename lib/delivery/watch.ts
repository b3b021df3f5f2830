import { type Actor, requireAccess } from "@/lib/accounts/access";
import { isStillMember } from "@/lib/accounts/still-member";
import { wait } from "@/lib/process/repeat";
import { readMark } from "./figures.sql";
import { type Delivery, type DeliveryView, getDelivery } from "./queries";

const leastWaitMs = 1000;
const checkEveryMs = 15_000;
/** A viewer may keep the database busy for a tenth of the time at most. */
const rest = 9;

/**
 * What `getDelivery` says, now and whenever it has changed, asked for once a second at most, until the signal says stop or
 * the session is over. Null stands for "still here" when nothing has changed for a while.
 * @throws Refusal("no-access"), also later, when the member may no longer; Refusal("not-found")
 */
export async function* watchDelivery(
  actor: Actor,
  view: DeliveryView,
  { sessionId, signal }: { sessionId: string; signal: AbortSignal },
): AsyncGenerator<Delivery | null, void, void> {
  await requireAccess(actor, "delivery.read");
  let known = "";
  for (let checked = Date.now(); !signal.aborted;) {
    const began = Date.now();
    const due = began - checked >= checkEveryMs;
    if (due && !(await isStillMember(sessionId, actor))) return;
    if (due) checked = began;
    const mark = await readMark(actor.organisationId, view.campaignId);
    const changed = mark !== known ? await getDelivery(actor, view) : null;
    const took = Date.now() - began;
    known = mark;
    if (changed || due) yield changed;
    await wait(Math.max(leastWaitMs, took * rest), signal);
  }
}
