import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { insertCampaign } from "@/lib/campaigns/insert-campaign";
import { writeAppealText } from "@/lib/campaigns/write-appeal-text";
import { insertPerson } from "@/lib/cases/insert-person";
import { namesOf } from "@/lib/cases/mask";
import { protectedShape } from "@/lib/cases/persons";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { folded } from "@/lib/imports/names";
import { contentOf } from "@/lib/letters/sample-letter";
import { everybody } from "@/lib/letters/versions";
import { writeSampleLetter } from "@/lib/letters/write-sample-letter";
import { writeOriginal } from "@/lib/originals/write-original";
import type { WaitingLetters } from "@/lib/recipients/add-addresses";
import { unwrapKey } from "@/lib/privacy/sealing";
import { insertRule } from "@/lib/routing/insert-rule";
import type { RuleInput } from "@/lib/routing/schema";
import type { OpenReceived } from "./find-own";
import type { CampaignPlan } from "./plan";
import { openOriginalBytes } from "./sealed";
import { writeRecipients } from "./write-recipients";

type Tx = Prisma.TransactionClient;
type Planned = { caseId: string; plan: CampaignPlan; opened: OpenReceived; letters: WaitingLetters };

/** Writes everything a received appeal becomes, as a draft. @returns the campaign's id */
export async function writeCampaign(tx: Tx, actor: Actor, { caseId, plan, opened, letters }: Planned): Promise<string> {
  const { campaign, follows, deadline, words, letter, facts } = plan;
  // Before the campaign: its address must not say their names.
  await writePersons(tx, actor, caseId, plan);
  const begun = await insertCampaign(tx, actor, { ...campaign, case: caseId });
  const { id: campaignId, revisionId } = begun;
  await tx.campaign.update({
    where: { id: campaignId },
    data: {
      editedBy: actor.accountId,
      followsId: follows,
      deadlineAt: deadline?.at ?? null,
      deadlineZone: deadline?.zone ?? null,
    },
  });
  const { language, seen: _seen, ...said } = words;
  await writeAppealText(tx, actor, { campaignId, revisionId, language }, said);
  if (letter) {
    const of = { campaignId, revisionId, language: letter.language, version: everybody };
    await writeSampleLetter(tx, actor, of, contentOf(letter));
  }
  const key = unwrapKey(begun.sealedKey, campaignId);
  await writeOriginal(tx, actor, { id: uuidv7(), campaignId, key }, facts, originalOf(opened));
  await writeRecipients(tx, actor, { campaignId, letters }, plan.recipients);
  await writeRules(tx, actor, campaignId, plan);
  return campaignId;
}

function originalOf({ row, key }: OpenReceived) {
  if (!row.sealedBytes) throw new Refusal("not-found");
  return { bytes: openOriginalBytes(key, row.id, row.sealedBytes), mediaType: row.mediaType };
}

/** Whom the case knows already by this name stays as they are there. */
async function writePersons(tx: Tx, actor: Actor, caseId: string, { persons }: CampaignPlan): Promise<void> {
  const there = await tx.personAtRisk.findMany({ where: { caseId }, select: protectedShape });
  const known = new Set(there.flatMap(namesOf).map(folded));
  for (const person of persons) {
    const names = namesOf(person).map(folded);
    if (names.some((name) => known.has(name))) continue;
    for (const name of names) known.add(name);
    await insertPerson(tx, actor, caseId, person);
  }
}

const rule: RuleInput = {
  kind: "everyone",
  countries: [],
  represents: null,
  fallback: null,
  most: null,
  recipients: [],
};

/** "Write to the embassy in your country" is a rule; beside it those who are named are written to by everybody. */
async function writeRules(tx: Tx, actor: Actor, campaignId: string, plan: CampaignPlan): Promise<void> {
  if (!plan.embassyOf) return;
  if (plan.recipients.length > 0) await insertRule(tx, actor, campaignId, rule);
  await insertRule(tx, actor, campaignId, { ...rule, kind: "embassy", represents: plan.embassyOf });
}
