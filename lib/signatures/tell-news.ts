import { v7 as uuidv7 } from "uuid";
import { db } from "@/lib/db";
import { orRefusal, Refusal } from "@/lib/errors";
import { log } from "@/lib/log";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { emailKeyOf } from "@/lib/privacy/email-keys";
import { UnreadableKey } from "@/lib/privacy/sealing";
import { openSubmission } from "./open";
import { listAncestors, listNewAppeals, listWaiting, type NewAppeal, type WaitingSigner } from "./news.sql";

/** How long an appeal is open before its news go out, in minutes: long enough to take it back. */
const patienceMinutes = 10;

const atOnce = 500;

/**
 * Makes a mail of news to everybody who asked for news of a case, when an appeal follows the one they signed: once for each person
 * and new appeal. Two campaigns cannot be joined by what is stored, so who signed several of the chain, or the new one already, is
 * found by opening their address here: they hear it from the nearest appeal they signed, or not at all.
 * @returns how many mails were made
 */
export async function tellNews(minutes = patienceMinutes): Promise<number> {
  let told = 0;
  for (const appeal of await listNewAppeals(minutes)) {
    try {
      told += await tellOf(appeal);
    } catch (err) {
      // One campaign with a damaged key keeps nobody else's news back.
      if (!(err instanceof UnreadableKey)) throw err;
      log.error({ err, campaignId: appeal.id }, "news cannot be told: a campaign's key cannot be opened");
    }
  }
  if (told > 0) await db().$executeRaw`select graphile_worker.add_job('deliver')`;
  return told;
}

async function tellOf(appeal: NewAppeal): Promise<number> {
  const chain = await listAncestors(appeal.id);
  for (const [at, campaignId] of chain.entries()) {
    const waiting = await listWaiting(campaignId, appeal.id, atOnce);
    if (waiting.length === 0) continue;
    const known = await findKnown(waiting, { appeal, nearer: chain.slice(0, at) });
    const mails = waiting.map(({ id, organisationId, submissionId, language, lane }) => ({
      id: uuidv7(),
      organisationId,
      campaignId,
      signatureId: id,
      submissionId,
      kind: "news" as const,
      language,
      lane,
      aboutId: appeal.id,
      // Noted as well, so that nobody's address is opened twice.
      state: known.has(id) ? ("cancelled" as const) : ("queued" as const),
    }));
    await db().mail.createMany({ data: mails, skipDuplicates: true });
    return mails.filter(({ state }) => state === "queued").length;
  }
  await db().campaign.updateMany({ where: { id: appeal.id, newsToldAt: null }, data: { newsToldAt: new Date() } });
  return 0;
}

type Others = { appeal: NewAppeal; nearer: string[] };

/** Who has signed the new appeal, hears of it through a nearer one, or cannot be read any more. @returns ids of signatures */
async function findKnown(waiting: WaitingSigner[], { appeal, nearer }: Others): Promise<Set<string>> {
  const opened = await Promise.all(waiting.map(async (signer) => ({ id: signer.id, email: await addressOf(signer) })));
  const known = new Set(opened.filter(({ email }) => email === null).map(({ id }) => id));
  for (const campaignId of [appeal.id, ...nearer]) {
    const at = await orRefusal(getCampaignKeys(campaignId));
    // Nobody of a campaign whose key was forgotten is known any more.
    if (at instanceof Refusal) continue;
    const keys = opened.flatMap(({ id, email }) => (email === null ? [] : [{ id, key: emailKeyOf(email, at.pepper) }]));
    const hears = campaignId === appeal.id ? {} : { state: "confirmed" as const, newsConsentAt: { not: null } };
    const found = await db().signature.findMany({
      where: { campaignId, ...hears, emailKey: { in: keys.map(({ key }) => new Uint8Array(key)) } },
      select: { emailKey: true },
    });
    const there = new Set(found.map((one) => Buffer.from(one.emailKey ?? []).toString("hex")));
    for (const { id, key } of keys) if (there.has(key.toString("hex"))) known.add(id);
  }
  return known;
}

async function addressOf(signer: WaitingSigner): Promise<string | null> {
  const typed = await orRefusal(openSubmission({ ...signer, id: signer.submissionId }));
  return typed instanceof Refusal ? null : (typed.email ?? null);
}
