import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { openDraftRevision } from "./draft-revision";
import type { AppealWords } from "./schema";
import { textMark } from "./text-mark";
import { writeAppealText } from "./write-appeal-text";

type How = {
  /** For what is saved by itself: begins no new revision. */
  draftOnly?: boolean;
};

/**
 * Keeps what an appeal says in one language, in the revision that may be changed. What is the same as before opens no new
 * revision.
 * @returns the mark of what stands there now
 * @throws Refusal("not-found"), Refusal("changed-meanwhile") when somebody else saved or removed it since it was shown,
 *   Refusal("not-possible-now") for an archived campaign, Refusal("being-edited"), Refusal("published-meanwhile")
 */
export async function saveAppealText(
  actor: Actor,
  campaignId: string,
  input: AppealWords,
  { draftOnly = false }: How = {},
): Promise<string> {
  await requireAccess(actor, "texts.edit");
  const { organisationId } = actor;
  if (!validate(campaignId)) throw new Refusal("not-found");
  const { language, seen, ...words } = input;
  if (textMark(words) === seen && (await isCurrent({ organisationId, campaignId, language, seen }))) return seen;
  await db().$transaction(async (tx) => {
    const revisionId = await openDraftRevision(tx, { ...actor, campaignId, draftOnly });
    const key = { revisionId_language: { revisionId, language } };
    const before = await tx.appealText.findUnique({ where: key });
    if (!before || textMark(before) !== seen) throw new Refusal("changed-meanwhile");
    await writeAppealText(tx, actor, { campaignId, revisionId, language }, words);
  });
  return textMark(words);
}

type Shown = { organisationId: string; campaignId: string; language: string; seen: string };

async function isCurrent({ organisationId, campaignId, language, seen }: Shown): Promise<boolean> {
  const newest = await db().revision.findFirst({
    where: { organisationId, campaignId },
    orderBy: { number: "desc" },
    select: { texts: { where: { language } } },
  });
  const [text] = newest?.texts ?? [];
  return text !== undefined && textMark(text) === seen;
}
