import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { queueStaffMail } from "@/lib/delivery/staff-mail";
import { writeTestMail } from "./messages";
import type { TestedLetter } from "./schema";
import { countTest } from "./test-limit.sql";
import { writeTestLetter } from "./write-test-letter";

/**
 * Sends the saved letter of the invented signer to one recipient, but to the member instead. It is marked as a test, kept
 * in no tally, and a member gets few in an hour.
 * @throws Refusal("no-access"), Refusal("not-found") when there is no such letter or recipient, Refusal("too-many-requests")
 */
export async function sendTestLetter(actor: Actor, campaignId: string, input: TestedLetter): Promise<void> {
  await requireAccess(actor, "texts.edit");
  const { organisationId, accountId, memberId } = actor;
  const { language } = input;
  const { letter, preview } = await writeTestLetter(actor, campaignId, input);
  await countTest(memberId);
  const { name, email: address } = await db().account.findUniqueOrThrow({ where: { id: accountId } });
  await db().$transaction(async (tx) => {
    await queueStaffMail(tx, {
      organisationId,
      campaignId,
      kind: "test_letter",
      to: { name, address },
      fromName: preview.values.name,
      ...writeTestMail(letter, preview),
      language,
    });
    await recordEvent(actor, { action: "letter.tested", subjectType: "campaign", subjectId: campaignId }, tx);
  });
}
