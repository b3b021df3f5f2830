import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { titleOf, titleShape } from "@/lib/campaigns/title";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { caseFingerprint, personFingerprint } from "./changed";
import { personLabel } from "./consent-problems";
import { getOwnPerson } from "./find-own";
import { protectedShape } from "./persons";

const named = { id: true, publicName: true, originalScript: true, aliases: true } satisfies Prisma.PersonAtRiskSelect;

const listed = {
  id: true,
  title: true,
  country: true,
  persons: { orderBy: { id: "asc" }, select: named },
  _count: { select: { campaigns: true } },
} satisfies Prisma.CaseSelect;

const whole = {
  id: true,
  title: true,
  country: true,
  summary: true,
  verifiedAt: true,
  verifiedBy: true,
  persons: {
    orderBy: { id: "asc" },
    select: { ...protectedShape, pronoun: true, age: true, note: true, consents: { orderBy: { givenOn: "desc" } } },
  },
  pictures: {
    orderBy: { id: "desc" },
    select: { id: true, width: true, height: true, credit: true, shows: true, createdAt: true },
  },
  campaigns: { orderBy: { id: "desc" }, select: { ...titleShape, id: true, kind: true, state: true, stateAt: true } },
} satisfies Prisma.CaseSelect;

type Whole = Prisma.CaseGetPayload<{ select: typeof whole }>;

/** A case in one line: its people by what members call them, and how many campaigns it has. */
export type ListedCase = { id: string; title: string; country: string; persons: string[]; campaigns: number };

/** A case with everything members know of it; `seen` names what the forms of it and its people are opened with. A picture whose bytes are gone is still listed, as `gone`. */
export type DeskCase = Omit<Whole, "persons" | "pictures" | "campaigns"> & {
  seen: string;
  persons: (Whole["persons"][number] & { label: string; seen: string })[];
  pictures: (Whole["pictures"][number] & { gone: boolean })[];
  campaigns: (Pick<Whole["campaigns"][number], "id" | "kind" | "state" | "stateAt"> & { title: string })[];
};

/** A person at risk as members see them. */
export type DeskPerson = DeskCase["persons"][number];
/** A picture of a case as members see it. */
export type DeskPicture = DeskCase["pictures"][number];

/** What withdrawing a person's consents would do now. */
export type Withdrawal = { pauses: { id: string; title: string }[]; letters: number; pictures: number };

/**
 * A page of the cases of the actor's organisation, newest first; the id is the key of the page.
 * @param query `before` is the id of the last case of the page before
 * @throws Refusal("no-access")
 */
export async function listCases(
  actor: Actor,
  { before, limit }: { before?: string; limit: number },
): Promise<{ cases: ListedCase[]; next: string | null }> {
  await requireAccess(actor, "cases.read");
  const rows = await db().case.findMany({
    where: { organisationId: actor.organisationId, id: before ? { lt: before } : undefined },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: listed,
  });
  const cases = rows.slice(0, limit).map(({ persons, _count, ...row }) => ({
    ...row,
    persons: persons.map(personLabel),
    campaigns: _count.campaigns,
  }));
  return { cases, next: rows.length > limit ? (cases.at(-1)?.id ?? null) : null };
}

/**
 * One case with its people, pictures and campaigns.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function getCase(actor: Actor, id: string): Promise<DeskCase> {
  await requireAccess(actor, "cases.read");
  const where = { id, organisationId: actor.organisationId };
  const row = validate(id) ? await db().case.findFirst({ where, select: whole }) : null;
  if (!row) throw new Refusal("not-found");
  const there = await db().picture.findMany({ where: { caseId: id, bytes: { not: null } }, select: { id: true } });
  const kept = new Set(there.map((picture) => picture.id));
  return {
    ...row,
    seen: caseFingerprint(row),
    persons: row.persons.map((person) => ({
      ...person,
      label: personLabel(person),
      seen: personFingerprint(person),
    })),
    pictures: row.pictures.map((picture) => ({ ...picture, gone: !kept.has(picture.id) })),
    campaigns: row.campaigns.map((one) => {
      const { id: campaignId, kind, state, stateAt } = one;
      return { id: campaignId, kind, state, stateAt, title: titleOf(one) };
    }),
  };
}

/**
 * The case of one of the organisation's campaigns.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function getCaseOf(actor: Actor, campaignId: string): Promise<DeskCase> {
  await requireAccess(actor, "cases.read");
  const where = { id: campaignId, organisationId: actor.organisationId };
  const campaign = validate(campaignId) ? await db().campaign.findFirst({ where, select: { caseId: true } }) : null;
  if (!campaign) throw new Refusal("not-found");
  return getCase(actor, campaign.caseId);
}

/**
 * What `withdrawConsent` would do to what is live now.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function getWithdrawal(actor: Actor, personId: string): Promise<Withdrawal> {
  await requireAccess(actor, "cases.edit");
  const { caseId } = await getOwnPerson(db(), actor, personId);
  const [pauses, letters, pictures] = await Promise.all([
    db().campaign.findMany({ where: { caseId, state: "live" }, select: { ...titleShape, id: true } }),
    db().letter.count({ where: { campaign: { caseId }, state: { in: ["queued", "waiting", "claimed", "held"] } } }),
    db().picture.count({ where: { caseId, shows: { has: personId }, bytes: { not: null } } }),
  ]);
  return { pauses: pauses.map((one) => ({ id: one.id, title: titleOf(one) })), letters, pictures };
}
