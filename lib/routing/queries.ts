import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { inLanguage } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { searchOffices } from "@/lib/recipients/search-offices.sql";
import type { Rule } from "./decide";
import { isEverywhere, listRuleWarnings, listUncovered, type RuleWarning } from "./gaps";
import { loadRouting, type NamedRecipient } from "./load";
import { asRule, ruleShape } from "./rule-shape";

/** A recipient a rule may name, or names already although it could not be chosen now. */
export type RuleChoice = Pick<NamedRecipient, "id" | "short" | "country" | "sample" | "role"> & {
  doNotContact: boolean;
};

/** What a rule's form offers: of `total` others that were found the first `shown` are among them. */
export type RuleChoices = { q: string; offered: RuleChoice[]; shown: number; total: number };

/** The rules of a campaign as their page shows them. */
export type RoutingDesk = {
  rules: Rule[];
  /** The one that was removed last, while it can be put back. */
  removed: Rule | null;
  /** Names of everybody a rule speaks of, by id. */
  names: Record<string, string>;
  warnings: RuleWarning[];
  /** From where nobody would be written to; `everywhere` when that is every country. */
  uncovered: { countries: string[]; everywhere: boolean };
};

const hour = 3_600_000;

/**
 * The rules of a campaign, and what is worth a look in them.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function getRouting(actor: Actor, campaignId: string): Promise<RoutingDesk> {
  await requireAccess(actor, "campaigns.edit");
  await requireOwn(actor, campaignId);
  const routing = await loadRouting(db(), campaignId);
  const { select } = ruleShape;
  const where = { campaignId, removedAt: { gt: new Date(Date.now() - hour) } };
  const row = await db().routingRule.findFirst({ where, orderBy: { removedAt: "desc" }, select });
  const removed = row && asRule(row);
  const countries = listUncovered(routing);
  const spoken = [...routing.rules, ...(removed ? [removed] : [])];
  return {
    rules: routing.rules,
    removed,
    names: await namesOf(
      actor,
      spoken.flatMap(({ recipients, fallback }) => [...recipients, fallback ?? []].flat()),
      routing.defaultLanguage,
    ),
    warnings: listRuleWarnings(routing),
    uncovered: { countries, everywhere: isEverywhere(countries) },
  };
}

/**
 * Whom a rule of a campaign may name: those attached to it, in their order, and those it names already whatever became of them,
 * for a form that leaves one out would take it out of the rule; then the first of the organisation's others that have all the
 * words of `q`, by name.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function listRuleChoices(
  actor: Actor,
  campaignId: string,
  { named = [], q = "" }: { named?: string[]; q?: string } = {},
): Promise<RuleChoices> {
  await requireAccess(actor, "campaigns.edit");
  await requireOwn(actor, campaignId);
  const { organisationId } = actor;
  const { defaultLanguage } = await db().campaign.findUniqueOrThrow({
    where: { id: campaignId },
    select: { defaultLanguage: true },
  });
  const read = async (where: Prisma.RecipientWhereInput) => {
    const select = choiceShape(campaignId);
    const rows = await db().recipient.findMany({ where: { ...where, organisationId, mergedIntoId: null }, select });
    return rows.map((row) => choiceOf(row, defaultLanguage)).toSorted(byPlace);
  };
  const attached = { doNotContactAt: null, campaigns: { some: { campaignId } } };
  const first = await read({ OR: [attached, { id: { in: named } }] });
  const { ids, total } = await searchOffices({ organisationId, q, without: first.map(({ id }) => id) });
  const others = await read({ id: { in: ids } });
  const offered = [...first, ...others].map(({ position: _position, ...choice }) => choice);
  return { q, offered, shown: others.length, total };
}

const choiceShape = (campaignId: string) =>
  ({
    id: true,
    country: true,
    sample: true,
    doNotContactAt: true,
    texts: { select: { language: true, short: true } },
    campaigns: { where: { campaignId }, select: { role: true, position: true } },
  }) satisfies Prisma.RecipientSelect;

type ChoiceRow = Prisma.RecipientGetPayload<{ select: ReturnType<typeof choiceShape> }>;
type PlacedChoice = RuleChoice & { position: number };

function choiceOf({ texts, campaigns: [place], doNotContactAt, ...row }: ChoiceRow, language: string): PlacedChoice {
  return {
    ...row,
    short: shortOf(texts, language) ?? row.id,
    role: place?.role ?? null,
    position: place?.position ?? Infinity,
    doNotContact: doNotContactAt !== null,
  };
}

/** Those of the list in its order, then the others by name. */
function byPlace(one: PlacedChoice, other: PlacedChoice): number {
  return one.position === other.position ? one.short.localeCompare(other.short, "en") : one.position - other.position;
}

/** @throws Refusal("not-found"), also for a campaign of another organisation */
export async function requireOwn({ organisationId }: Pick<Actor, "organisationId">, id: string): Promise<void> {
  const own = validate(id) && (await db().campaign.count({ where: { id, organisationId } })) > 0;
  if (!own) throw new Refusal("not-found");
}

async function namesOf(
  { organisationId }: Pick<Actor, "organisationId">,
  ids: string[],
  language: string,
): Promise<Record<string, string>> {
  const rows = await db().recipient.findMany({
    where: { organisationId, id: { in: ids } },
    select: { id: true, texts: { select: { language: true, short: true } } },
  });
  return Object.fromEntries(rows.map(({ id, texts }) => [id, shortOf(texts, language) ?? id]));
}

function shortOf(texts: { language: string; short: string }[], language: string): string | undefined {
  return texts.length > 0 ? inLanguage(texts, language, "en").short : undefined;
}
