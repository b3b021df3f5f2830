import { letterWithoutNames, textWithoutNames } from "@/lib/campaigns/withheld";
import { listCaseNames } from "@/lib/cases/list-names";
import type { CaseNames } from "@/lib/cases/mask";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { AppealText, Holder, RecipientText, SampleLetter, VersionRecipient } from "@/lib/generated/prisma/client";
import { log } from "@/lib/log";
import { getCampaignKeys, type CampaignKeys } from "@/lib/privacy/campaign-key";
import { UnreadableKey } from "@/lib/privacy/sealing";
import { type HeldRow, isStaffMail } from "./claim.sql";

/** What many letters share, read once for a whole claim. Keyed by campaign, revision, recipient and holder. */
export type Texts = {
  keys: Map<string, CampaignKeys>;
  /** Of people at risk, by campaign; `samples` and `appeals` are without the hidden ones already. */
  names: Map<string, CaseNames>;
  samples: Map<string, SampleLetter[]>;
  /** In which version of the letter each recipient stands. */
  standing: Map<string, VersionRecipient[]>;
  appeals: Map<string, AppealText[]>;
  recipients: Map<string, RecipientText[]>;
  holders: Map<string, Holder>;
};

/** Reads the texts and keys that rendering these rows needs. Rows that were rendered before need the keys alone. */
export async function loadTexts(rows: HeldRow[]): Promise<Texts> {
  const signed = rows.filter((row) => !isStaffMail(row));
  const fresh = signed.filter(({ sealedBytes }) => !sealedBytes);
  const letters = fresh.filter((row) => row.table === "letters");
  const mails = fresh.filter((row) => row.table === "mails");
  // Whoever is to confirm is shown how their letter begins.
  const about = mails.flatMap(({ aboutId, aboutRevisionId }) =>
    aboutId && aboutRevisionId ? [{ campaignId: aboutId, revisionId: aboutRevisionId }] : [],
  );
  const written = [...letters, ...mails.filter(({ kind }) => kind === "confirmation")].map((row) => row.revisionId);
  const [keys, names, samples, standing, appeals, recipients, holders] = await Promise.all([
    loadKeys(distinct(signed.map(({ campaignId }) => campaignId))),
    listCaseNames(distinct([...fresh, ...about].map(({ campaignId }) => campaignId))),
    readIf(distinct(written), (ids) => db().sampleLetter.findMany({ where: { revisionId: { in: ids } } })),
    readIf(distinct(written), (ids) => db().versionRecipient.findMany({ where: { revisionId: { in: ids } } })),
    readIf(distinct([...mails, ...about].map((row) => row.revisionId)), (ids) =>
      db().appealText.findMany({ where: { revisionId: { in: ids } } }),
    ),
    readIf(distinct([...letters.map((row) => row.recipientId), ...mails.flatMap((row) => row.unreached)]), (ids) =>
      db().recipientText.findMany({ where: { recipientId: { in: ids } } }),
    ),
    readIf(distinct(letters.flatMap((row) => row.holderId ?? [])), (ids) =>
      db().holder.findMany({ where: { id: { in: ids } } }),
    ),
  ]);
  const campaigns = new Map([...fresh, ...about].map(({ revisionId, campaignId }) => [revisionId, campaignId]));
  const namesFor = (revisionId: string) => names.get(campaigns.get(revisionId) ?? "") ?? { hidden: [], shown: [] };
  const samplesShown = samples.map((sample) => letterWithoutNames(sample, namesFor(sample.revisionId)));
  const appealsShown = appeals.map((text) => textWithoutNames(text, namesFor(text.revisionId)));
  return {
    keys,
    names,
    samples: Map.groupBy(samplesShown, ({ revisionId }) => revisionId),
    standing: Map.groupBy(standing, ({ revisionId }) => revisionId),
    appeals: Map.groupBy(appealsShown, ({ revisionId }) => revisionId),
    recipients: Map.groupBy(recipients, ({ recipientId }) => recipientId),
    holders: new Map(holders.map((holder) => [holder.id, holder])),
  };
}

async function readIf<Row>(ids: string[], read: (ids: string[]) => Promise<Row[]>): Promise<Row[]> {
  return ids.length > 0 ? read(ids) : [];
}

/** A campaign whose key was forgotten, or is damaged, has none: its rows cannot be rendered, and hold nobody else up. */
async function loadKeys(campaignIds: string[]): Promise<Map<string, CampaignKeys>> {
  const keys = new Map<string, CampaignKeys>();
  for (const id of campaignIds) {
    try {
      keys.set(id, await getCampaignKeys(id));
    } catch (error) {
      if (error instanceof UnreadableKey)
        log.error({ err: error, campaignId: id }, "a campaign's key cannot be opened");
      else if (!(error instanceof Refusal)) throw error;
    }
  }
  return keys;
}

function distinct(ids: string[]): string[] {
  return [...new Set(ids)];
}
