import { db } from "@/lib/db";
import { fingerprint } from "@/lib/fingerprint";
import type { Organisation } from "@/lib/generated/prisma/client";
import { type Actor, requireAccess } from "./access";

type Said = Pick<
  Organisation,
  "name" | "senderName" | "senderAddress" | "privacyText" | "needsApproval" | "showsVerified"
>;

/** What an organisation says of itself, and the mark that a save brings back. */
export type OrganisationFacts = Said & { secondFactorRequired: boolean; seen: string };

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
  return { ...facts, secondFactorRequired: secondFactorRequiredAt !== null, seen: organisationMark(facts) };
}

/** The mark of what is said about an organisation as it is stored. */
export function organisationMark(said: Said): string {
  const { name, senderName, senderAddress, privacyText, needsApproval, showsVerified } = said;
  return fingerprint([name, senderName, senderAddress, privacyText, needsApproval, showsVerified]);
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
