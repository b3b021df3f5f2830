import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { listNames } from "@/lib/cases/withheld-names";
import type { Prisma } from "@/lib/generated/prisma/client";
import { newWrappedKey } from "@/lib/privacy/sealing";
import { claimFreeSlug, claimSlug } from "./claim-slug";
import { namelessSlug } from "./nameless-slug";
import { makeSlug, type NewCampaign } from "./schema";

type Input = Pick<NewCampaign, "title" | "language" | "kind" | "slug" | "case">;

/** A campaign that was just begun; its wrapped key is not to be read by others before the transaction ends. */
export type BegunCampaign = { id: string; revisionId: string; sealedKey: Buffer<ArrayBuffer> };

/**
 * Begins a campaign of a case that is there already: a draft with a key of its own and a first revision that has a title in one
 * language.
 * @param input `case`: the id of one of the actor's organisation
 * @throws ZodError for a slug that is taken
 */
export async function insertCampaign(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { title, language, kind, slug, case: caseId }: Input,
): Promise<BegunCampaign> {
  const { organisationId } = actor;
  const [id, revisionId] = [uuidv7(), uuidv7()];
  const wanted = namelessSlug(title, await listNames(tx, caseId));
  // What the form proposed of itself, not knowing of names, is nobody's choice.
  const chosen = slug !== "" && (slug === wanted || slug !== makeSlug(title));
  if (chosen) await claimSlug(tx, slug);
  const sealedKey = newWrappedKey(id);
  const own = { id, slug: chosen ? slug : await claimFreeSlug(tx, wanted) };
  await tx.campaign.create({
    data: { organisationId, caseId, kind, defaultLanguage: language, sealedKey, ...own },
  });
  await tx.revision.create({ data: { id: revisionId, organisationId, campaignId: id, number: 1 } });
  const words = { title, request: "", summary: "", body: "" };
  await tx.appealText.create({ data: { revisionId, organisationId, language, ...words } });
  await recordEvent(actor, { action: "campaign.create", subjectType: "campaign", subjectId: id }, tx);
  return { id, revisionId, sealedKey };
}
