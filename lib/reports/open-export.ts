import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { exportChunks } from "./export-chunks";
import { type ExportChoice, isPersonal } from "./schema";

/** A file on its way: its name, and its bytes piece by piece, each made when it is asked for. */
export type OpenedExport = { fileName: string; chunks: AsyncGenerator<Buffer, void, void> };

/**
 * Opens an export of a campaign's signatures or letters as CSV (RFC 4180, UTF-8). What is taken out is recorded before the
 * first byte is made.
 * @throws Refusal("no-access"), also for personal columns a role may not have; Refusal("not-found")
 */
export async function openExport(actor: Actor, campaignId: string, choice: ExportChoice): Promise<OpenedExport> {
  await requireAccess(actor, "exports.make");
  if (choice.columns.some(isPersonal)) await requireAccess(actor, "exports.personal");
  const campaign = await findCampaign(actor.organisationId, campaignId);
  if (!campaign) throw new Refusal("not-found");
  const { what, columns, state } = choice;
  await recordEvent(actor, {
    action: `${what}.exported`,
    subjectType: "campaign",
    subjectId: campaignId,
    reason: `${state ?? "all"}: ${columns.join(", ")}`,
  });
  const day = new Date().toISOString().slice(0, 10);
  return { fileName: `${campaign.slug}-${what}-${day}.csv`, chunks: exportChunks(campaign, choice) };
}

async function findCampaign(organisationId: string, id: string) {
  if (!validate(id)) return null;
  const select = { id: true, organisationId: true, slug: true, defaultLanguage: true } as const;
  return db().campaign.findFirst({ where: { id, organisationId }, select });
}
