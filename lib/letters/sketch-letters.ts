import { getAppealOf } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { orRefusal, Refusal } from "@/lib/errors";
import { log } from "@/lib/log";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { seal } from "@/lib/privacy/sealing";
import { openSubmission } from "@/lib/signatures/open";
import { knownPassages } from "./known-passages";
import { makeSketch, packSketch, sketchKey } from "./sketch";
import { sketchesKept } from "./sketches";
import { typedWords } from "./typed-words";

/** How many letters of a campaign are read in one pass: their words are unsealed for it. */
const mostAtOnce = 128;

/**
 * Keeps a sketch of each of the newest confirmed letters of every open campaign, and drops those of older ones. Which of several
 * workers does it, and how often, changes nothing.
 * @returns how many were made
 */
export async function sketchLetters(): Promise<number> {
  const campaigns = await db().campaign.findMany({
    where: { state: "live", keyForgottenAt: null },
    select: { id: true },
  });
  let made = 0;
  for (const { id } of campaigns) {
    const waiting = await listWaiting(id);
    if (waiting.length === 0) continue;
    made += await sketchAll(id, waiting);
    await dropOld(id);
  }
  return made;
}

type Waiting = { id: string; submissionId: string; revisionId: string; campaignId: string; sealed: Uint8Array };

/** Those without a sketch among the newest that are kept; who is only counted sends no letter. */
async function listWaiting(campaignId: string): Promise<Waiting[]> {
  return db().$queryRaw<Waiting[]>`
    select g.id, s.id as "submissionId", s.revision_id as "revisionId", s.campaign_id as "campaignId", s.sealed
    from (
      select id, submission_id, disclosure from signatures
      where campaign_id = ${campaignId}::uuid and state = 'confirmed' order by id desc limit ${sketchesKept}
    ) g
    join submissions s on s.id = g.submission_id
    where g.disclosure <> 'counted' and s.sealed is not null
      and not exists (select from letter_sketches k where k.signature_id = g.id)
    order by g.id desc limit ${mostAtOnce}`;
}

async function sketchAll(campaignId: string, waiting: Waiting[]): Promise<number> {
  const keys = await orRefusal(getCampaignKeys(campaignId));
  if (keys instanceof Refusal) return 0;
  const { data } = keys;
  const key = sketchKey(data);
  let made = 0;
  for (const [revisionId, letters] of Map.groupBy(waiting, (one) => one.revisionId)) {
    const known = knownPassages((await getAppealOf({ campaignId, revisionId })).revision);
    for (const letter of letters) {
      const words = await openWords(letter);
      const sealed = seal(data, packSketch(makeSketch(words, known, key)), `sketch:${letter.id}`);
      made += await keep({ id: letter.id, campaignId, sealed });
    }
  }
  return made;
}

/** What cannot be opened has no words; it is not looked at again. */
async function openWords({ id, submissionId, campaignId, sealed }: Waiting): Promise<string> {
  try {
    return typedWords(await openSubmission({ id: submissionId, campaignId, sealed }));
  } catch (err) {
    log.error({ err, signature: id }, "the words of a letter cannot be read");
    return "";
  }
}

/** Not of somebody who has withdrawn or was erased a moment ago: the row is locked, and its state read, as it is written. */
async function keep({ id, campaignId, sealed }: { id: string; campaignId: string; sealed: Buffer }): Promise<number> {
  return db().$executeRaw`
    insert into letter_sketches (signature_id, campaign_id, sealed)
    select g.id, ${campaignId}::uuid, ${sealed} from signatures g
    where g.id = ${id}::uuid and g.state = 'confirmed' for share
    on conflict (signature_id) do nothing`;
}

async function dropOld(campaignId: string): Promise<void> {
  await db().$executeRaw`
    delete from letter_sketches where campaign_id = ${campaignId}::uuid and signature_id < (
      select id from signatures where campaign_id = ${campaignId}::uuid and state = 'confirmed'
      order by id desc offset ${sketchesKept - 1} limit 1
    )`;
}
