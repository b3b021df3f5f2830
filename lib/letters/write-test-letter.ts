import { type Actor, requireAccess } from "@/lib/accounts/access";
import { getEdition } from "@/lib/campaigns/edition";
import { Refusal } from "@/lib/errors";
import { composeLetter, type ComposedLetter } from "./compose";
import { type LetterPreview, listLetterPreviews } from "./preview";
import { sampleSigner } from "./sample-signer";
import type { TestedLetter } from "./schema";

/**
 * The saved letter of the invented signer to one recipient, in the version it stands in and under the subject asked for.
 * @throws Refusal("no-access"), Refusal("not-found") when there is no such letter or recipient
 */
export async function writeTestLetter(
  actor: Actor,
  campaignId: string,
  { language, recipient, which }: TestedLetter,
): Promise<{ letter: ComposedLetter; preview: LetterPreview }> {
  await requireAccess(actor, "texts.edit");
  const edition = await getEdition(actor, campaignId);
  const preview = (await listLetterPreviews(actor, campaignId, language)).find((one) => one.recipient === recipient);
  const samples = (edition?.sampleLetters ?? []).filter((one) => one.language === language);
  const sample =
    samples.find(({ version }) => version === preview?.version) ?? samples.find(({ version }) => version === "");
  if (!sample || !preview) throw new Refusal("not-found");
  const { ownWords } = sampleSigner(language);
  const chosen = { ...sample, subject: sample.subjects[which - 1] ?? sample.subject };
  return { letter: composeLetter(chosen, preview.values, { body: sample.body, ownWords }), preview };
}
