import countries from "i18n-iso-countries";
import { v7 as uuidv7, validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { listNames } from "@/lib/cases/withheld-names";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { fieldError } from "@/lib/forms";
import type { Prisma } from "@/lib/generated/prisma/client";
import { newWrappedKey } from "@/lib/privacy/sealing";
import { claimFreeSlug, claimSlug } from "./claim-slug";
import { namelessSlug } from "./nameless-slug";
import { makeSlug, newCase, type NewCampaign } from "./schema";

/**
 * Begins a campaign: a draft with a key of its own and a first revision that has a title in one language. A case that does
 * not exist yet is made with it.
 * @returns the campaign's id
 * @throws Refusal("no-access"), Refusal("not-found") for a case of another organisation; ZodError for a slug that is taken
 */
export async function createCampaign(actor: Actor, input: NewCampaign): Promise<string> {
  await requireAccess(actor, "campaigns.edit");
  const { organisationId } = actor;
  const { title, language, kind, slug } = input;
  const [id, revisionId] = [uuidv7(), uuidv7()];
  await db().$transaction(async (tx) => {
    const caseId = await findOrMakeCase(tx, actor, input);
    const wanted = namelessSlug(title, await listNames(tx, caseId));
    // What the form proposed of itself, not knowing of names, is nobody's choice.
    const chosen = slug !== "" && (slug === wanted || slug !== makeSlug(title));
    if (chosen) await claimSlug(tx, slug);
    const campaign = { organisationId, caseId, kind, defaultLanguage: language, sealedKey: newWrappedKey(id) };
    const own = { id, slug: chosen ? slug : await claimFreeSlug(tx, wanted) };
    await tx.campaign.create({ data: { ...campaign, ...own } });
    await tx.revision.create({ data: { id: revisionId, organisationId, campaignId: id, number: 1 } });
    const words = { title, request: "", summary: "", body: "" };
    await tx.appealText.create({ data: { revisionId, organisationId, language, ...words } });
    await recordEvent(actor, { action: "campaign.create", subjectType: "campaign", subjectId: id }, tx);
  });
  return id;
}

async function findOrMakeCase(tx: Prisma.TransactionClient, actor: Actor, input: NewCampaign): Promise<string> {
  const { organisationId } = actor;
  if (input.case !== newCase) {
    const where = { id: input.case, organisationId };
    const known = validate(input.case) ? await tx.case.findFirst({ where, select: { id: true } }) : null;
    if (!known) throw new Refusal("not-found");
    return known.id;
  }
  const { caseTitle: title, country } = input;
  if (!countries.isValid(country)) throw fieldError("country", "required");
  const id = uuidv7();
  await tx.case.create({ data: { id, organisationId, title, country } });
  return id;
}
