import { validate } from "uuid";
import { ZodError } from "zod";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { RevisionChange } from "@/lib/generated/prisma/client";
import type { ChangedPart } from "@/lib/generated/prisma/enums";
import { restoreVersions } from "@/lib/letters/restore-versions";
import type { KeptVersions } from "@/lib/letters/returning-versions";
import type { LetterContent } from "@/lib/letters/sample-letter";
import { writeSampleLetter } from "@/lib/letters/write-sample-letter";
import { everybody } from "@/lib/letters/versions";
import { restoreRecipients } from "@/lib/recipients/restore-list";
import type { KeptList } from "@/lib/recipients/returning-list";
import { restoreRules } from "@/lib/routing/restore-rules";
import type { KeptRules } from "@/lib/routing/returning-rules";
import { chooseRevisionPicture, type PictureSaid } from "./choose-picture";
import { openDraftRevision } from "./draft-revision";
import { saveSettings } from "./save-settings";
import { getSettings, type StoredSettings } from "./settings";
import type { TextWords } from "./text-mark";
import { writeAppealText } from "./write-appeal-text";

const returning: ChangedPart[] = ["text", "letter", "picture", "settings", "versions", "recipients", "rules"];

/**
 * Brings back what stood in a campaign before a change. It is a change of its own: texts, letters, their versions and the picture go into the
 * revision that may be changed, settings only into a campaign that never was published; recipients and rules hold at once.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("being-edited"); Refusal("not-possible-now") where nothing
 *   stood before, for parts that would hold at once, for the letter of a version and a picture that are gone, for settings that no longer can
 *   be, and for recipients from before they were kept; Refusal("nobody-left"); Refusal("not-ready") for a picture that a language written since says nothing about
 */
export async function bringBackChange(actor: Actor, campaignId: string, changeId: string): Promise<void> {
  await requireAccess(actor, "texts.edit");
  const { organisationId } = actor;
  const where = { id: changeId, campaignId, organisationId };
  const change = validate(campaignId) && validate(changeId) ? await db().revisionChange.findFirst({ where }) : null;
  if (!change) throw new Refusal("not-found");
  if (change.before === null || !returning.includes(change.part)) throw new Refusal("not-possible-now");
  if (change.part === "settings") await bringBackSettings(actor, change);
  else if (change.part === "picture") await bringBackPicture(actor, change);
  else if (change.part === "versions") await bringBackVersions(actor, change);
  else if (change.part === "recipients") await bringBackRecipients(actor, change);
  else if (change.part === "rules") await bringBackRules(actor, change);
  else await bringBackWords(actor, change);
}

async function bringBackWords(actor: Actor, change: RevisionChange): Promise<void> {
  const { campaignId, language, version, part, before, id: broughtBackId } = change;
  await db().$transaction(async (tx) => {
    const revisionId = await openDraftRevision(tx, { ...actor, campaignId });
    const into = { campaignId, revisionId, language, broughtBackId };
    if (part === "text") {
      await writeAppealText(tx, actor, into, before as TextWords);
      return;
    }
    if (version !== everybody && (await tx.letterVersion.count({ where: { revisionId, key: version } })) === 0)
      throw new Refusal("not-possible-now");
    await writeSampleLetter(tx, actor, { ...into, version }, before as LetterContent);
  });
}

async function bringBackPicture(
  actor: Actor,
  { campaignId, before, id: broughtBackId }: RevisionChange,
): Promise<void> {
  const { pictureId, alts } = before as PictureSaid;
  if (pictureId && (await db().picture.count({ where: { id: pictureId, bytes: { not: null } } })) === 0)
    throw new Refusal("not-possible-now");
  await chooseRevisionPicture(actor, campaignId, pictureId, alts, broughtBackId);
}

async function bringBackVersions(actor: Actor, { campaignId, before, id }: RevisionChange): Promise<void> {
  await restoreVersions(actor, { campaignId, rows: (before as KeptVersions).rows, broughtBackId: id });
}

async function bringBackRecipients(actor: Actor, { campaignId, before, id }: RevisionChange): Promise<void> {
  const { rows } = before as Partial<KeptList>;
  if (!rows) throw new Refusal("not-possible-now");
  await restoreRecipients(actor, { campaignId, rows, broughtBackId: id });
}

async function bringBackRules(actor: Actor, { campaignId, before, id }: RevisionChange): Promise<void> {
  await restoreRules(actor, { campaignId, kept: before as KeptRules, broughtBackId: id });
}

async function bringBackSettings(actor: Actor, { campaignId, before, id }: RevisionChange): Promise<void> {
  const { seen, publishedAt } = await getSettings(actor, campaignId);
  if (publishedAt) throw new Refusal("not-possible-now");
  const { distributionPermittedBy, distributionPermittedAt, deadlineAt, ...rest } = before as StoredSettings;
  const permittedBy = distributionPermittedBy ?? "";
  const permittedAt = dateOf(distributionPermittedAt);
  const input = { ...rest, seen, permittedBy, permittedAt, deadlineAt: dateOf(deadlineAt) };
  try {
    await saveSettings(actor, campaignId, input, { broughtBackId: id });
  } catch (error) {
    // There is no field to say it at: an address that is taken by now, an appeal it can no longer follow.
    throw error instanceof ZodError ? new Refusal("not-possible-now") : error;
  }
}

function dateOf(stored: string | null): Date | null {
  return stored === null ? null : new Date(stored);
}
