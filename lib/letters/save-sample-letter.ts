import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { openDraftRevision } from "@/lib/campaigns/draft-revision";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { contentOf, letterFingerprint } from "./sample-letter";
import type { SampleLetterInput } from "./schema";
import { everybody } from "./versions";
import { writeSampleLetter } from "./write-sample-letter";

type How = {
  /** For what is saved by itself: begins no new revision. */
  draftOnly?: boolean;
};

/**
 * Saves the sample letter of a campaign in one language and version, in the revision that may be
 * changed; the first time it makes it.
 * @returns the mark of what stands there now
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign,
 *   Refusal("changed-meanwhile") when it is no longer what the form was opened with,
 *   Refusal("being-edited"), Refusal("published-meanwhile")
 */
export async function saveSampleLetter(
  actor: Actor,
  campaignId: string,
  input: SampleLetterInput,
  { draftOnly = false }: How = {},
): Promise<string> {
  await requireAccess(actor, "texts.edit");
  if (!validate(campaignId)) throw new Refusal("not-found");
  const { organisationId } = actor;
  const { language, version, seen } = input;
  const content = contentOf(input);
  await db().$transaction(async (tx) => {
    const newest = await tx.revision.findFirst({
      where: { campaignId, organisationId },
      orderBy: { number: "desc" },
      select: { sampleLetters: { where: { language, version } } },
    });
    if (letterFingerprint(newest?.sampleLetters[0]) === letterFingerprint(content)) return;
    const revisionId = await openDraftRevision(tx, { ...actor, campaignId, draftOnly });
    if (version !== everybody && (await tx.letterVersion.count({ where: { revisionId, key: version } })) === 0)
      throw new Refusal("not-found");
    const key = { revisionId_language_version: { revisionId, language, version } };
    const before = await tx.sampleLetter.findUnique({ where: key });
    if (letterFingerprint(before) !== seen) throw new Refusal("changed-meanwhile");
    await writeSampleLetter(tx, actor, { campaignId, revisionId, language, version }, content);
  });
  return letterFingerprint(content);
}
