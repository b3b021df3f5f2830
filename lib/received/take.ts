import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { insertCase } from "@/lib/cases/insert-case";
import { requireCase } from "@/lib/cases/find-own";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { fieldError } from "@/lib/forms";
import type { Prisma } from "@/lib/generated/prisma/client";
import { newCase } from "@/lib/campaigns/schema";
import { lockOwn, lockRow, type OpenReceived } from "./find-own";
import { type CampaignPlan, planCampaign } from "./plan";
import { saveFields } from "./save-fields";
import type { Fields } from "./schema";
import { writeCampaign } from "./write-campaign";

type Tx = Prisma.TransactionClient;

/**
 * Makes a draft campaign of an open received appeal, with its case, recipients and persons at risk; nothing of it is published,
 * and who may see it is left open. The appeal as it came becomes the campaign's original, and is kept here no more. Done twice it
 * makes one campaign.
 * @param fields of the draft as they stand in its form; they are kept, also when nothing can be made of them yet
 * @returns the campaign's id
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for one that was discarded,
 *   Refusal("changed-meanwhile"), Refusal("do-not-contact"); ZodError for each field that has to be mended
 */
export async function takeReceived(actor: Actor, id: string, fields: Fields): Promise<string> {
  await requireAccess(actor, "received.open");
  const kept = await db().$transaction(async (tx) => {
    await lockRow(tx, id);
    const made = await findMade(tx, actor, id);
    return { made, seen: made ? "" : await saveFields(tx, actor, id, fields) };
  });
  if (kept.made) return kept.made;
  return db().$transaction((tx) => makeCampaign(tx, actor, id, kept.seen), { timeout: 60_000 });
}

async function makeCampaign(tx: Tx, actor: Actor, id: string, seen: string): Promise<string> {
  await lockRow(tx, id);
  const made = await findMade(tx, actor, id);
  if (made) return made;
  const opened = await lockOwn(tx, actor, id);
  if (seen !== String(opened.row.version)) throw new Refusal("changed-meanwhile");
  const { fields, draft } = opened.content;
  const plan = planCampaign(fields, opened.row.encoding ?? "unknown", draft.warnings);
  const caseId = await findOrMakeCase(tx, actor, plan);
  // What is read in a stranger's mail sends nothing: letters of other campaigns wait until a member lets them leave.
  const campaignId = await writeCampaign(tx, actor, { caseId, plan, opened, letters: "wait" });
  await forget(tx, opened, campaignId);
  const entry = { action: "received.taken", subjectType: "received", subjectId: id, reason: campaignId };
  await recordEvent(actor, entry, tx);
  return campaignId;
}

async function findMade(tx: Tx, { organisationId }: Actor, id: string): Promise<string | null> {
  const where = { id, organisationId, state: "taken" as const };
  return (await tx.receivedAppeal.findFirst({ where, select: { campaignId: true } }))?.campaignId ?? null;
}

/** That of the campaign it goes on from; else the one that was chosen, or a new one. */
async function findOrMakeCase(tx: Tx, actor: Actor, { campaign, follows }: CampaignPlan): Promise<string> {
  const { organisationId } = actor;
  if (follows) {
    const where = { id: follows, organisationId };
    const earlier = validate(follows) ? await tx.campaign.findFirst({ where, select: { caseId: true } }) : null;
    if (!earlier) throw fieldError("follows", "invalid");
    return earlier.caseId;
  }
  if (campaign.case === newCase) {
    return insertCase(tx, actor, { title: campaign.caseTitle, country: campaign.country });
  }
  await requireCase(tx, actor, campaign.case);
  return campaign.case;
}

async function forget(tx: Tx, { row }: OpenReceived, campaignId: string): Promise<void> {
  const nothing = { sealedKey: null, sealedBytes: null, sealedContent: null, sealedTitle: null };
  await tx.receivedAppeal.update({
    where: { id: row.id },
    data: { ...nothing, state: "taken", campaignId, changedAt: new Date() },
  });
}
