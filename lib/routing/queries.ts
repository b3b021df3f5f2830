import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { inLanguage } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Rule } from "./decide";
import { isEverywhere, listRuleWarnings, listUncovered, type RuleWarning } from "./gaps";
import { loadRouting, type NamedRecipient } from "./load";
import { asRule, ruleShape } from "./rule-shape";

/** A recipient a rule may name. */
export type RuleChoice = Pick<NamedRecipient, "id" | "short" | "country" | "sample" | "role">;

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
 * Whom a rule of a campaign may name: those attached to it, in their order, then the organisation's others by name.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function listRuleChoices(actor: Actor, campaignId: string): Promise<RuleChoice[]> {
  await requireAccess(actor, "campaigns.edit");
  await requireOwn(actor, campaignId);
  const { recipients, defaultLanguage } = await loadRouting(db(), campaignId);
  const attached = recipients.filter(({ role }) => role !== null);
  const rows = await db().recipient.findMany({
    where: {
      organisationId: actor.organisationId,
      doNotContactAt: null,
      mergedIntoId: null,
      id: { notIn: attached.map(({ id }) => id) },
    },
    take: 2000,
    select: { id: true, country: true, sample: true, texts: { select: { language: true, short: true } } },
  });
  const others = rows.map(({ texts, ...row }) => ({
    ...row,
    role: null,
    short: shortOf(texts, defaultLanguage) ?? row.id,
  }));
  return [...attached, ...others.toSorted((one, other) => one.short.localeCompare(other.short, "en"))];
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
