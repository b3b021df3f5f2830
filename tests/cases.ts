import { v7 as uuidv7 } from "uuid";
import { caseFingerprint, personFingerprint } from "@/lib/cases/changed";
import type { CaseInput, ConsentInput, PersonInput } from "@/lib/cases/schema";
import { db } from "@/lib/db";
import type { Consent, PersonAtRisk, Picture, Prisma } from "@/lib/generated/prisma/client";
import type { ConsentScope } from "@/lib/generated/prisma/enums";
import { originalMark } from "@/lib/originals/changed";
import type { OriginalInput } from "@/lib/originals/schema";

type OfCase = { organisationId: string; caseId: string };

/** A person at risk of a campaign's case, called Kim Chul-soo unless said otherwise. */
export async function makePerson(
  { organisationId, caseId }: OfCase,
  values: Partial<Prisma.PersonAtRiskUncheckedCreateInput> = {},
): Promise<PersonAtRisk> {
  const names = { publicName: "Kim Chul-soo", originalScript: "김철수", aliases: ["Comrade K."] };
  return db().personAtRisk.create({ data: { id: uuidv7(), organisationId, caseId, ...names, ...values } });
}

/** An active consent, given by the family. */
export async function makeConsent(
  { id: personId, organisationId }: Pick<PersonAtRisk, "id" | "organisationId">,
  ...scopes: ConsentScope[]
): Promise<Consent> {
  const givenOn = new Date("2026-11-01");
  return db().consent.create({ data: { id: uuidv7(), organisationId, personId, givenBy: "family", scopes, givenOn } });
}

/** A picture of a case; its bytes are those of no picture. */
export async function makePicture(
  { organisationId, caseId }: OfCase,
  values: Partial<Prisma.PictureUncheckedCreateInput> = {},
): Promise<Picture> {
  const file = { bytes: new Uint8Array([1, 2, 3]), mediaType: "image/jpeg", width: 640, height: 480 };
  return db().picture.create({
    data: { id: uuidv7(), organisationId, caseId, credit: "Press office", ...file, ...values },
  });
}

/** The facts of a case as its form gives them. */
export function factsOf(more: Partial<CaseInput> = {}): CaseInput {
  return { title: "Taken from a consulate", country: "CN", summary: "", verifiedBy: null, verifiedOn: null, ...more };
}

/** A person as their form gives them. */
export function personOf(more: Partial<PersonInput> = {}): PersonInput {
  const names = { publicName: "Kim Chul-soo", originalScript: "김철수", aliases: ["Comrade K."] };
  return { ...names, pronoun: "he", age: "adult", note: "", ...more };
}

/** A consent as its form gives it. */
export function consentOf(...scopes: ConsentScope[]): ConsentInput {
  return { givenBy: "family", givenOn: new Date("2026-11-01"), scopes, note: "" };
}

/** An original as its form gives it, pasted. */
export function originalOf(text: string, more: Partial<OriginalInput> = {}): OriginalInput {
  const nowhere = { originatorAt: null, forwarder: null, forwarderAt: null, reference: null };
  return { text, encoding: "utf-8", originator: "NKHR", ...nowhere, incidentOn: null, issuedOn: null, ...more };
}

/** An original, and the mark its form would bring back now. */
export async function originalNow(campaignId: string): Promise<{ campaignId: string; seen: string }> {
  return { campaignId, seen: originalMark(await db().original.findUnique({ where: { campaignId } })) };
}

/** A person, and the mark their form would bring back now. */
export async function personNow(personId: string): Promise<{ personId: string; seen: string }> {
  return { personId, seen: personFingerprint(await db().personAtRisk.findUniqueOrThrow({ where: { id: personId } })) };
}

/** A case, and the mark its form would bring back now. */
export async function caseNow(caseId: string): Promise<{ caseId: string; seen: string }> {
  return { caseId, seen: caseFingerprint(await db().case.findUniqueOrThrow({ where: { id: caseId } })) };
}
