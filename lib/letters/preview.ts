import { senderAddress } from "@/lib/campaigns/sender-address";
import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Channel, RecipientRole } from "@/lib/generated/prisma/enums";
import { inLanguage } from "@/lib/campaigns/queries";
import { shownAddress } from "@/lib/recipients/address";
import { addressedShape } from "@/lib/recipients/addressed-shape";
import { listReached } from "@/lib/routing/list-reached";
import { pickAddress } from "@/lib/recipients/route";
import type { MergeValues } from "./compose";
import { sampleSigner } from "./sample-signer";
import { isSameLanguage } from "@/lib/languages/match";
import { ownLanguage } from "./leaves-in";
import { versionOf } from "./versions";
import { mergeValues } from "./write";

/** One recipient of a campaign, with all that a letter of the invented signer to it needs. */
export type LetterPreview = {
  recipient: string;
  short: string;
  /** The key of the version it stands in, in the revision that is being written. */
  version: string;
  /** The most characters of a letter to it. */
  limit: number | null;
  role: RecipientRole;
  /** Without an address where it does not go by e-mail. */
  from: { name: string; address: string };
  to: string;
  channel: Channel | null;
  address: string | null;
  values: MergeValues;
  /** What every letter to it leaves in; null while that depends on its writer. */
  leavesIn: string | null;
  /** Whether the office has texts in the letter's language; else the letter takes those of the campaign's own. */
  translated: boolean;
};

const shape = {
  defaultLanguage: true,
  reachedLimit: true,
  organisation: { select: { senderAddress: true } },
  revisions: {
    orderBy: { number: "desc" },
    take: 1,
    select: {
      versionRecipients: { select: { recipientId: true, key: true } },
      sampleLetters: { select: { version: true, language: true } },
    },
  },
  recipients: {
    orderBy: { position: "asc" },
    select: {
      role: true,
      letterLimit: true,
      recipient: { select: addressedShape },
    },
  },
} satisfies Prisma.CampaignSelect;

type Row = Prisma.CampaignGetPayload<{ select: typeof shape }>;

/** How many of those that rules reach are shown of each version: a rule may lead to embassies everywhere. */
const reachedShown = 3;

/**
 * The recipients of a campaign, in their order, as a letter in `language` would address them, with the first few of each version
 * that only its rules reach; last those whose letters always leave in another language.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function listLetterPreviews(actor: Actor, campaignId: string, language: string): Promise<LetterPreview[]> {
  await requireAccess(actor, "texts.edit");
  const where = { id: campaignId, organisationId: actor.organisationId };
  const row = validate(campaignId) ? await db().campaign.findFirst({ where, select: shape }) : null;
  if (!row) throw new Refusal("not-found");
  const further = await listFurther(campaignId, row);
  const all = [...row.recipients, ...further].flatMap((one) => previewOf(one, row, language));
  const elsewhere = ({ leavesIn }: LetterPreview) => leavesIn !== null && leavesIn !== language;
  return [...all.filter((one) => !elsewhere(one)), ...all.filter(elsewhere)];
}

async function listFurther(campaignId: string, { reachedLimit, revisions }: Row): Promise<Row["recipients"]> {
  const standing = revisions[0]?.versionRecipients ?? [];
  const reached = await listReached(db(), campaignId);
  const byVersion = Map.groupBy(reached, ({ id }) => versionOf(standing, id));
  const ids = [...byVersion.values()].flatMap((all) => all.slice(0, reachedShown).map(({ id }) => id));
  const rows = await db().recipient.findMany({ where: { id: { in: ids } }, select: addressedShape });
  return rows.map((recipient) => ({ role: "to", letterLimit: reachedLimit, recipient }));
}

function previewOf(
  { role, letterLimit: limit, recipient }: Row["recipients"][number],
  campaign: Row,
  language: string,
): LetterPreview[] {
  const { texts } = recipient;
  const { defaultLanguage: fallback, organisation, revisions } = campaign;
  if (texts.length === 0) return [];
  const { name, country } = sampleSigner(language);
  const values = mergeValues(recipient, { name, country, disclosure: "full" }, { language, fallback });
  const address = pickAddress(recipient);
  const sender = senderAddress(organisation);
  return [
    {
      recipient: recipient.id,
      short: inLanguage(texts, fallback, fallback).short,
      version: versionOf(revisions[0]?.versionRecipients ?? [], recipient.id),
      limit,
      role,
      from: { name, address: address?.channel === "email" ? sender : "" },
      to: values.holder || values.office,
      channel: address?.channel ?? null,
      address: address ? shownAddress(address) : null,
      values,
      leavesIn: revisions[0] ? ownLanguage(revisions[0], recipient) : null,
      translated: texts.some((text) => isSameLanguage(text.language, language)),
    },
  ];
}
