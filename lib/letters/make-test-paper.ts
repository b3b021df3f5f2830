import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { PaperLetter } from "./pdf-page";
import { makePdf, UndrawableLetter } from "./pdf";
import type { TestedLetter } from "./schema";
import { countTest } from "./test-limit.sql";
import { writeTestLetter } from "./write-test-letter";

type Paper = TestedLetter & { way: "fax" | "post" };

/**
 * The saved letter of the invented signer to one recipient, on paper as it goes by fax or by post, marked as a test. Nothing
 * leaves and nothing is counted, but that it was made is recorded, and a member gets few in an hour.
 * @returns the bytes of a PDF
 * @throws Refusal("no-access"), Refusal("not-found") when there is no such letter or recipient, Refusal("too-many-requests"),
 *   Refusal("not-possible-now") when no font here has all its signs
 */
export async function makeTestPaper(actor: Actor, campaignId: string, input: Paper): Promise<Buffer> {
  await requireAccess(actor, "texts.edit");
  const { letter, preview } = await writeTestLetter(actor, campaignId, input);
  await countTest(actor.memberId);
  const organisation = await db().organisation.findUniqueOrThrow({ where: { id: actor.organisationId } });
  const { office, holder, name } = preview.values;
  const place = input.way === preview.channel ? (preview.address ?? "") : "";
  const address = [holder, office, ...place.split(", ")].filter(Boolean);
  const paper: PaperLetter = {
    language: input.language,
    office,
    holder,
    number: input.way === "fax" ? place : "",
    ...(input.way === "post" && { post: { paper: "a4" as const, address, place: preview.values.country } }),
    from: name,
    organisation: organisation.senderName ?? organisation.name,
    date: new Date(),
    subject: `[TEST] ${letter.subject}`,
    text: letter.text,
    test: true,
  };
  const bytes = await makePdf(paper).catch((error: unknown) => {
    if (error instanceof UndrawableLetter) throw new Refusal("not-possible-now");
    throw error;
  });
  const entry = { action: "letter.tested", subjectType: "campaign", subjectId: campaignId, reason: input.way };
  await recordEvent(actor, entry);
  return bytes;
}
