import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { fingerprint } from "@/lib/fingerprint";
import { readShared } from "./shared-addresses";

type Shared = { address: string; seen: string };

/**
 * Says that the offices which share an address are different ones. They are no longer proposed as duplicates, until another
 * joins them.
 * @param seen the mark of those the member was shown
 * @throws Refusal("no-access"), Refusal("not-found"); Refusal("changed-meanwhile") when others share it by now
 */
export async function keepApart(actor: Actor, { address, seen }: Shared): Promise<void> {
  await requireAccess(actor, "recipients.manage");
  if (!validate(address)) throw new Refusal("not-found");
  const { organisationId, accountId } = actor;
  await db().$transaction(async (tx) => {
    const [row] = await readShared(tx, organisationId, address);
    if (!row) throw new Refusal("not-found");
    const { channel, value, recipients } = row;
    if (fingerprint(recipients) !== seen) throw new Refusal("changed-meanwhile");
    await tx.officeApart.createMany({
      data: recipients.map((recipientId) => ({ organisationId, accountId, channel, value, recipientId })),
      skipDuplicates: true,
    });
    await recordEvent(actor, { action: "address.kept-apart", subjectType: "address", subjectId: address }, tx);
  });
}
