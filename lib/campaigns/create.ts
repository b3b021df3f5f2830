import countries from "i18n-iso-countries";
import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { insertCase } from "@/lib/cases/insert-case";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { fieldError } from "@/lib/forms";
import type { Prisma } from "@/lib/generated/prisma/client";
import { insertCampaign } from "./insert-campaign";
import { newCase, type NewCampaign } from "./schema";

/**
 * Begins a campaign: a draft with a key of its own and a first revision that has a title in one language. A case that does
 * not exist yet is made with it.
 * @returns the campaign's id
 * @throws Refusal("no-access"), Refusal("not-found") for a case of another organisation; ZodError for a slug that is taken
 */
export async function createCampaign(actor: Actor, input: NewCampaign): Promise<string> {
  await requireAccess(actor, "campaigns.edit");
  return db().$transaction(async (tx) => {
    const made = await insertCampaign(tx, actor, { ...input, case: await findOrMakeCase(tx, actor, input) });
    return made.id;
  });
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
  return insertCase(tx, actor, { title, country });
}
