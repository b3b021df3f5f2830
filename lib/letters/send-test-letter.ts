import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { getEdition } from "@/lib/campaigns/edition";
import { db } from "@/lib/db";
import { queueStaffMail } from "@/lib/delivery/staff-mail";
import { Refusal } from "@/lib/errors";
import { composeLetter } from "./compose";
import { listLetterPreviews } from "./preview";
import { sampleSigner } from "./sample-signer";
import { writeTestMail } from "./messages";
import { countTest } from "./test-limit.sql";

/**
 * Sends the saved letter of the invented signer to one recipient, but to the member instead. It is marked as a test, kept
 * in no tally, and a member gets few in an hour.
 * @throws Refusal("no-access"), Refusal("not-found") when there is no such letter or recipient, Refusal("too-many-requests")
 */
export async function sendTestLetter(
  actor: Actor,
  campaignId: string,
  { language, recipient }: { language: string; recipient: string },
): Promise<void> {
  await requireAccess(actor, "texts.edit");
  const { organisationId, accountId, memberId } = actor;
  const sample = (await getEdition(actor, campaignId))?.sampleLetters.find((one) => one.language === language);
  const preview = (await listLetterPreviews(actor, campaignId, language)).find((one) => one.recipient === recipient);
  if (!sample || !preview) throw new Refusal("not-found");
  await countTest(memberId);
  const { ownWords } = sampleSigner(language);
  const letter = composeLetter(sample, preview.values, { body: sample.body, ownWords });
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
