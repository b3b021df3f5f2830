import { db } from "@/lib/db";
import type { Organisation } from "@/lib/generated/prisma/client";
import { type Actor, requireAccess } from "./access";

export type OrganisationFacts = Pick<
  Organisation,
  "name" | "senderName" | "senderAddress" | "privacyText" | "needsApproval" | "showsVerified"
> & {
  secondFactorRequired: boolean;
};

/**
 * What is said about the actor's organisation, and where its letters come from.
 * @throws Refusal("no-access")
 */
export async function getOrganisation(actor: Actor): Promise<OrganisationFacts> {
  await requireAccess(actor, "organisation.edit");
  const { secondFactorRequiredAt, ...facts } = await db().organisation.findUniqueOrThrow({
    where: { id: actor.organisationId },
    select: {
      name: true,
      senderName: true,
      senderAddress: true,
      privacyText: true,
      needsApproval: true,
      showsVerified: true,
      secondFactorRequiredAt: true,
    },
  });
  return { ...facts, secondFactorRequired: secondFactorRequiredAt !== null };
}

/** What the organisations of this installation say about personal data, for everybody to read. */
export async function listPrivacyTexts(): Promise<{ id: string; name: string; privacyText: string }[]> {
  const rows = await db().organisation.findMany({
    where: { privacyText: { not: null } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 100,
    select: { id: true, name: true, privacyText: true },
  });
  return rows.flatMap(({ privacyText, ...row }) => (privacyText?.trim() ? [{ ...row, privacyText }] : []));
}
