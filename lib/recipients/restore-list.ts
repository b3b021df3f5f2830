import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { changeRules } from "@/lib/routing/change-rules";
import { lockBecame } from "./became";
import { recordRecipients } from "./record-recipients";
import { type KeptRecipient, returningList } from "./returning-list";

type Tx = Prisma.TransactionClient;
type Kept = { campaignId: string; rows: KeptRecipient[]; broughtBackId: string };

/**
 * Gives a campaign the recipients it had before a change, in their order, with their parts and limits. It holds at once, as any
 * change of them does; who was removed or is not to be contacted by now stays out, which the history says.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign, where nobody of them can
 *   come back, and where a live or paused one would be written to nobody; Refusal("nobody-left"), Refusal("being-edited")
 */
export async function restoreRecipients(actor: Actor, { campaignId, rows, broughtBackId }: Kept): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  await changeRules(actor, campaignId, async (tx, state) => {
    const { defaultLanguage } = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId } });
    const ids = rows.map(({ id }) => id);
    const became = await lockBecame(tx, actor, ids, defaultLanguage);
    const now = await tx.campaignRecipient.findMany({ where: { campaignId } });
    const { list, notBack } = returningList(rows, became, new Set(now.map(({ recipientId }) => recipientId)));
    const signable = state === "live" || state === "paused";
    const silenced = new Set([...became.values()].flatMap((one) => (one.doNotContact ? one.id : [])));
    const written = list.some((one) => one.role === "to" && !silenced.has(one.id));
    if (signable && now.some(({ role }) => role === "to") && !written) throw new Refusal("not-possible-now");
    if (list.length === 0 && rows.length > 0) throw new Refusal("not-possible-now");
    await recordRecipients(tx, actor, campaignId, () => writeList(tx, actor, campaignId, list), {
      broughtBackId,
      notBack,
    });
    await recordEvents(tx, actor, campaignId, { now, list });
  });
}

async function writeList(tx: Tx, { organisationId }: Actor, campaignId: string, list: KeptRecipient[]): Promise<void> {
  await tx.campaignRecipient.deleteMany({ where: { campaignId } });
  await tx.campaignRecipient.createMany({
    data: list.map(({ id: recipientId, role, letterLimit }, position) => ({
      campaignId,
      recipientId,
      organisationId,
      role,
      letterLimit,
      position,
    })),
  });
}

type Lists = { now: { recipientId: string; role: string }[]; list: KeptRecipient[] };

/** Who came in, went out or got another part, each as if by itself. */
async function recordEvents(tx: Tx, actor: Actor, campaignId: string, { now, list }: Lists): Promise<void> {
  const was = new Map(now.map(({ recipientId, role }) => [recipientId, role]));
  const is = new Map(list.map(({ id, role }) => [id, role]));
  for (const id of new Set([...was.keys(), ...is.keys()])) {
    const [before, after] = [was.get(id), is.get(id)];
    if (before === after) continue;
    const action = !before ? "recipient.added" : !after ? "recipient.taken-out" : `recipient.${after}`;
    await recordEvent(actor, { action, subjectType: "recipient", subjectId: id, reason: campaignId }, tx);
  }
}
