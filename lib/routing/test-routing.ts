import { type Actor, requireAccess } from "@/lib/accounts/access";
import { inLanguage } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Channel, HolderStatus, RecipientRole } from "@/lib/generated/prisma/enums";
import { leavesIn, type Letters } from "@/lib/letters/leaves-in";
import { toEverybody } from "@/lib/letters/versions";
import { shownAddress } from "@/lib/recipients/address";
import { pickAddress } from "@/lib/recipients/route";
import { decide, type LeftOut, type Reason } from "./decide";
import { holderOn } from "./holder-on";
import { loadRouting } from "./load";
import { requireOwn } from "./queries";

/** @param date YYYY-MM-DD */
type Question = { country: string; language: string; date: string };

/** Somebody who would be written to; `rule` is its place, from 1. */
export type TestedLetter = {
  id: string;
  office: string;
  sample: boolean;
  role: RecipientRole;
  holder: { name: string | null; status: HolderStatus } | null;
  address: { channel: Channel; shown: string } | null;
  /** The one the letter leaves in; null while there is no sample letter. */
  language: string | null;
  reason: Reason;
  rule: number | null;
};

export type TestedRouting = {
  written: TestedLetter[];
  left: { id: string; short: string; sample: boolean; why: LeftOut["why"]; rule: number | null }[];
};

const shape = {
  id: true,
  language: true,
  sample: true,
  texts: true,
  holders: true,
  addresses: { where: { retiredAt: null }, orderBy: [{ position: "asc" }, { id: "asc" }] },
} satisfies Prisma.RecipientSelect;

/**
 * Who would be written to by somebody who lives in a country and reads a language, with whom in office on that day, and why;
 * from the rules and the letter as they stand in the desk. Nothing is kept of it.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function testRouting(actor: Actor, campaignId: string, question: Question): Promise<TestedRouting> {
  await requireAccess(actor, "campaigns.edit");
  await requireOwn(actor, campaignId);
  const routing = await loadRouting(db(), campaignId);
  const { picked, left } = decide(routing, question.country);
  const numberOf = (id: string | null) => routing.rules.findIndex((rule) => rule.id === id) + 1 || null;
  const where = { organisationId: actor.organisationId, id: { in: picked.map(({ recipient }) => recipient) } };
  const rows = await db().recipient.findMany({ where, select: shape });
  const { defaultLanguage } = routing;
  const revision = await findLetters(campaignId);
  const known = new Map(routing.recipients.map((one) => [one.id, one]));
  return {
    written: picked.flatMap(({ recipient, role, reason, rule }) => {
      const row = rows.find(({ id }) => id === recipient);
      if (!row) return [];
      const leaves = revision && leavesIn({ revision, defaultLanguage }, row, question.language);
      const shown = officeOf(row, question.date, leaves ?? question.language, defaultLanguage);
      const office = { ...shown, id: recipient, language: leaves };
      return [{ ...office, role, reason, rule: numberOf(rule) }];
    }),
    left: left.flatMap(({ recipient, why, rule }) => {
      const one = known.get(recipient);
      // Embassies elsewhere are not left out: they are not meant.
      if (!one || (one.role === null && why === "no-rule")) return [];
      return [{ id: one.id, short: one.short, sample: one.sample, why, rule: numberOf(rule) }];
    }),
  };
}

function officeOf(
  { sample, texts, holders, addresses }: Prisma.RecipientGetPayload<{ select: typeof shape }>,
  date: string,
  language: string,
  fallback: string,
): Pick<TestedLetter, "office" | "sample" | "holder" | "address"> {
  const holder = holderOn(holders, new Date(`${date}T00:00:00Z`));
  const address = pickAddress({ addresses });
  return {
    office: texts.length > 0 ? inLanguage(texts, language, fallback).office : "",
    sample,
    holder: holder ? { name: holder.name, status: holder.status } : null,
    address: address ? { channel: address.channel, shown: shownAddress(address) } : null,
  };
}

/** The letters of the newest revision, and who stands in which version; null while there is none to everybody. */
async function findLetters(campaignId: string): Promise<Letters | null> {
  const newest = await db().revision.findFirst({
    where: { campaignId },
    orderBy: { number: "desc" },
    select: {
      sampleLetters: { select: { version: true, language: true } },
      versionRecipients: { select: { recipientId: true, key: true } },
    },
  });
  return newest && toEverybody(newest.sampleLetters).length > 0 ? newest : null;
}
