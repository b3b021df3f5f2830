import { type Actor, requireAccess } from "@/lib/accounts/access";
import { inLanguage } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Channel, HolderStatus, RecipientRole } from "@/lib/generated/prisma/enums";
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
  reason: Reason;
  rule: number | null;
};

export type TestedRouting = {
  /** Null while there is no sample letter. */
  letterLanguage: string | null;
  written: TestedLetter[];
  left: { id: string; short: string; sample: boolean; why: LeftOut["why"]; rule: number | null }[];
};

const shape = {
  id: true,
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
  const letterLanguage = await findLetterLanguage(campaignId, question.language, routing.defaultLanguage);
  const language = letterLanguage ?? question.language;
  const known = new Map(routing.recipients.map((one) => [one.id, one]));
  return {
    letterLanguage,
    written: picked.flatMap(({ recipient, role, reason, rule }) => {
      const row = rows.find(({ id }) => id === recipient);
      const office = row && { ...officeOf(row, question.date, language, routing.defaultLanguage), id: recipient };
      return office ? [{ ...office, role, reason, rule: numberOf(rule) }] : [];
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

async function findLetterLanguage(campaignId: string, asked: string, fallback: string): Promise<string | null> {
  const newest = await db().revision.findFirst({
    where: { campaignId },
    orderBy: { number: "desc" },
    select: { sampleLetters: { select: { language: true } } },
  });
  const letters = newest?.sampleLetters ?? [];
  return letters.length > 0 ? inLanguage(letters, asked, fallback).language : null;
}
