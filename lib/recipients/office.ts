import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { titleOf, titleShape } from "@/lib/campaigns/title";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { CampaignState, HolderStatus, RecipientRole } from "@/lib/generated/prisma/enums";
import { belongingsFingerprint } from "./changed";
import { countSaluted, type Resaluted } from "./holder-letters.sql";
import { type TroubledAddress, asTroubled } from "./list-unreached";

/** What the library's page of one office shows beside its form. */
export type Office = {
  id: string;
  /** Its short name and its title, in English if there are any. */
  name: string;
  title: string;
  country: string;
  /** Those it is written about in. */
  languages: string[];
  tags: string[];
  groups: string[];
  /** Names the tags and groups it has, for the form that changes them. */
  belongingsSeen: string;
  doNotContact: { at: Date; reason: string } | null;
  holders: { id: string; name: string | null; status: HolderStatus; since: Date | null; until: Date | null }[];
  /** The letters that salute somebody else than the present holder; null where nobody is known to hold it. */
  saluted: Resaluted | null;
  /** `alone`: nobody else is written to in it. */
  campaigns: { id: string; title: string; state: CampaignState; role: RecipientRole; alone: boolean }[];
  addresses: TroubledAddress[];
};

const othersShape = { where: { recipient: { doNotContactAt: null } }, select: { recipientId: true } };

const shape = {
  id: true,
  country: true,
  texts: { select: { language: true, short: true, office: true } },
  tags: true,
  doNotContactAt: true,
  doNotContactReason: true,
  mergedIntoId: true,
  groups: { select: { groupId: true } },
  holders: { orderBy: [{ until: "desc" }, { since: "desc" }, { id: "desc" }] },
  addresses: { where: { retiredAt: null }, orderBy: [{ position: "asc" }, { id: "asc" }] },
  campaigns: {
    orderBy: { campaignId: "desc" },
    select: { role: true, campaign: { select: { id: true, state: true, recipients: othersShape, ...titleShape } } },
  },
} satisfies Prisma.RecipientSelect;

/**
 * @returns the office, or the id of the one it was merged into
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function getOffice(actor: Actor, recipientId: string): Promise<Office | { mergedInto: string }> {
  await requireAccess(actor, "recipients.read");
  const { organisationId } = actor;
  const where = { id: recipientId, organisationId };
  const row = validate(recipientId) ? await db().recipient.findFirst({ where, select: shape }) : null;
  if (!row) throw new Refusal("not-found");
  if (row.mergedIntoId) return { mergedInto: row.mergedIntoId };
  const { id, country, texts, tags, groups, doNotContactAt: at, doNotContactReason: reason, holders } = row;
  const present = holders.find(({ until }) => until === null);
  const belongings = { tags, groups: groups.map(({ groupId }) => groupId) };
  const text = texts.find(({ language }) => language === "en") ?? texts[0];
  return {
    id,
    name: text?.short ?? id,
    title: text?.office ?? "",
    country,
    languages: texts.map(({ language }) => language),
    ...belongings,
    belongingsSeen: belongingsFingerprint(belongings),
    doNotContact: at && { at, reason },
    holders,
    saluted: present ? await countSaluted(db(), { organisationId, recipientId, holderId: present.id }) : null,
    campaigns: row.campaigns.map(({ role, campaign }) => ({
      id: campaign.id,
      state: campaign.state,
      title: titleOf(campaign),
      role,
      alone: campaign.recipients.every((one) => one.recipientId === id),
    })),
    addresses: row.addresses.map(asTroubled),
  };
}
