import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { inLanguage } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { findHost } from "@/lib/embassies/find-host";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Channel, HolderStatus, RecipientRole } from "@/lib/generated/prisma/enums";
import { shownAddress } from "./address";
import { presentShape, recipientFingerprint } from "./changed";
import { pickAddress } from "./route";
import { type AddressStanding, standingOf } from "./schema";
import { searchOffices } from "./search-offices.sql";

const lineShape = { ...presentShape, doNotContactAt: true } satisfies Prisma.RecipientSelect;

type Row = Prisma.RecipientGetPayload<{ select: typeof presentShape }>;

/** An office as lists show it. */
export type RecipientLine = {
  id: string;
  short: string;
  office: string;
  country: string;
  holder: { name: string | null; status: HolderStatus } | null;
  /** In order; `taken` is the one a letter takes now. */
  addresses: { id: string; channel: Channel; shown: string; standing: AddressStanding; taken: boolean }[];
  languages: string[];
  /** Invented; a real campaign never writes to it. */
  sample: boolean;
  doNotContact: boolean;
};

/** A recipient of a campaign, in the order in which it is written to. */
export type CampaignRecipientLine = RecipientLine & { role: RecipientRole };

/** What a search for recipients found: the first of them, and how many there are. */
export type FoundRecipients = { q: string; lines: RecipientLine[]; total: number };

/** A recipient as its form opens it; `host` is the country an embassy stands in. */
export type OpenRecipient = Row & { host: string | null; seen: string; campaigns: number };

/**
 * The recipients of a campaign in their order.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function listCampaignRecipients(actor: Actor, campaignId: string): Promise<CampaignRecipientLine[]> {
  await requireAccess(actor, "campaigns.edit");
  const campaign = await findOwn(actor, campaignId);
  const rows = await db().campaignRecipient.findMany({
    where: { campaignId },
    orderBy: [{ position: "asc" }, { recipientId: "asc" }],
    select: { role: true, recipient: { select: lineShape } },
  });
  return rows.map(({ role, recipient }) => ({ role, ...lineOf(recipient, campaign.defaultLanguage) }));
}

/**
 * The first of the organisation's recipients that may be written to, by their short names, without those of the campaign `but`;
 * with all the words of `q`, where it holds some.
 * @throws Refusal("no-access")
 */
export async function listRecipients(
  actor: Actor,
  { but, q = "" }: { but?: string; q?: string } = {},
): Promise<FoundRecipients> {
  await requireAccess(actor, "campaigns.edit");
  const { organisationId } = actor;
  const attached =
    but && validate(but) ? await db().campaignRecipient.findMany({ where: { campaignId: but, organisationId } }) : [];
  const without = attached.map(({ recipientId }) => recipientId);
  const { ids, total } = await searchOffices({ organisationId, q, without });
  const rows = await db().recipient.findMany({ where: { organisationId, id: { in: ids } }, select: lineShape });
  const lines = rows.map((row) => lineOf(row, "en"));
  return { q, total, lines: lines.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)) };
}

/** @throws Refusal("no-access"), Refusal("not-found") */
export async function getRecipient(actor: Actor, recipientId: string): Promise<OpenRecipient> {
  await requireAccess(actor, "campaigns.edit");
  const where = { id: recipientId, organisationId: actor.organisationId, mergedIntoId: null };
  const row = validate(recipientId)
    ? await db().recipient.findFirst({ where, select: { ...presentShape, _count: { select: { campaigns: true } } } })
    : null;
  if (!row) throw new Refusal("not-found");
  const { _count, ...recipient } = row;
  const host = await findHost(recipientId);
  return { ...recipient, host, seen: recipientFingerprint(recipient), campaigns: _count.campaigns };
}

async function findOwn({ organisationId }: Actor, id: string): Promise<{ defaultLanguage: string }> {
  const select = { defaultLanguage: true };
  const campaign = validate(id) ? await db().campaign.findFirst({ where: { id, organisationId }, select }) : null;
  if (!campaign) throw new Refusal("not-found");
  return campaign;
}

function lineOf(row: Prisma.RecipientGetPayload<{ select: typeof lineShape }>, language: string): RecipientLine {
  const { id, country, texts, holders, addresses, sample } = row;
  const text = texts.length > 0 ? inLanguage(texts, language, "en") : { short: id, office: "" };
  const taken = pickAddress(row);
  return {
    id,
    country,
    short: text.short,
    office: text.office,
    holder: holders[0] ? { name: holders[0].name, status: holders[0].status } : null,
    addresses: addresses.map((address) => ({
      id: address.id,
      channel: address.channel,
      shown: shownAddress(address),
      standing: standingOf(address),
      taken: address.id === taken?.id,
    })),
    languages: texts.map((one) => one.language),
    sample,
    doNotContact: row.doNotContactAt !== null,
  };
}
