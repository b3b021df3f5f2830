import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { titleOf, titleShape } from "@/lib/campaigns/title";
import { shownAddress } from "./address";
import { countMerged, type MergedLetters } from "./merge-letters.sql";
import { listMergedVersions, type MergedVersion, type Pair } from "./merge-versions.sql";

/** `reached` are its addresses in words, by which two of one name are told apart. */
type Side = { id: string; short: string; country: string; addresses: number; reached: string[]; campaigns: number };

/** What merging two recipients would do. */
export type MergePreview = {
  stays: Side;
  goes: Side;
  letters: MergedLetters;
  /** Campaigns that are now written to both. */
  both: number;
  /** Of campaigns whose letter has versions: which one the letters to the one that stays will be. */
  versions: (MergedVersion & { title: string })[];
  doNotContact: boolean;
};

/** @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for one and the same */
export async function getMergePreview(actor: Actor, { stays, goes }: Pair): Promise<MergePreview> {
  await requireAccess(actor, "recipients.manage");
  const { organisationId } = actor;
  const ids = [stays, goes].filter((id) => validate(id));
  const rows = await db().recipient.findMany({
    where: { id: { in: ids }, organisationId, mergedIntoId: null },
    select: {
      id: true,
      country: true,
      doNotContactAt: true,
      texts: { select: { language: true, short: true } },
      campaigns: { select: { campaignId: true } },
      addresses: {
        where: { retiredAt: null },
        orderBy: { id: "asc" },
        select: { channel: true, value: true, lane: true },
      },
    },
  });
  const [one, other] = [stays, goes].map((id) => rows.find((row) => row.id === id));
  if (!one || !other) throw new Refusal("not-found");
  if (one.id === other.id) throw new Refusal("not-possible-now");
  const side = ({ id, country, texts, campaigns, addresses }: typeof one): Side => {
    const text = texts.find(({ language }) => language === "en") ?? texts[0];
    const reached = addresses.map(shownAddress);
    return {
      id,
      country,
      short: text?.short ?? id,
      addresses: reached.length,
      reached,
      campaigns: campaigns.length,
    };
  };
  const shared = new Set(one.campaigns.map(({ campaignId }) => campaignId));
  return {
    stays: side(one),
    goes: side(other),
    letters: await countMerged(db(), { stays, goes }),
    both: other.campaigns.filter(({ campaignId }) => shared.has(campaignId)).length,
    versions: await listVersions({ stays, goes }),
    doNotContact: one.doNotContactAt !== null || other.doNotContactAt !== null,
  };
}

async function listVersions(pair: Pair): Promise<MergePreview["versions"]> {
  const versions = await listMergedVersions(db(), pair);
  const where = { id: { in: versions.map(({ campaignId }) => campaignId) } };
  const campaigns = await db().campaign.findMany({ where, select: { id: true, ...titleShape } });
  return versions.flatMap((one) => {
    const campaign = campaigns.find(({ id }) => id === one.campaignId);
    return campaign ? [{ ...one, title: titleOf(campaign) }] : [];
  });
}
