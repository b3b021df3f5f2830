import { v4 as uuidv4 } from "uuid";
import { findAppeal, type Appeal } from "@/lib/campaigns/queries";
import { requireOpen } from "@/lib/campaigns/require-open";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { WritingWay } from "@/lib/generated/prisma/enums";
import { findMentioned } from "@/lib/letters/do-not-mention";
import { addressAll, type Addressed, bodyLanguageOf } from "@/lib/letters/sheets";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { getDailyPepper } from "@/lib/privacy/daily-pepper";
import { emailKeys } from "@/lib/privacy/email-keys";
import { makeToken } from "@/lib/privacy/links";
import { limitNetwork } from "@/lib/privacy/network-limit";
import { seal } from "@/lib/privacy/sealing";
import { routeLetters, type Sending } from "@/lib/recipients/route";
import { routeSigner, type Written } from "@/lib/routing/route-signer";
import { asCampaignTakes } from "./as-campaign-takes";
import { carryOver } from "./carry-over";
import { checkTyped } from "./check";
import { sendingOf } from "./sending";
import { saidBy } from "./said";
import { limits, type Signer, type Typed } from "./schema";

export type DraftRequest = {
  slug: string;
  language: string;
  typed: Typed;
  /** Of a draft that is made of another one, how that was written; else it is as the campaign says now. */
  writing?: WritingWay;
  /** What the form says the text to everybody is written in. */
  bodyLanguage?: string;
  /** The number of the revision it was typed into, where that is known. */
  revision?: number | undefined;
  partner: string;
  network: string;
};

/**
 * Keeps what a person typed for an hour, sealed, as it is: right or wrong, nothing typed is lost. What sending and
 * confirming will need is prepared here, so that each of them is one statement.
 * @returns the token of its check page
 * @throws Refusal not-found, campaign-paused, campaign-closed, too-many-requests
 */
export async function draftSignature(request: DraftRequest): Promise<string> {
  const { slug, language, partner, network } = request;
  await limitNetwork(network);
  const appeal = await findAppeal(slug);
  if (!appeal) throw new Refusal("not-found");
  requireOpen(appeal);
  const id = uuidv4();
  const keys = await getCampaignKeys(appeal.id);
  const bodyLanguage = bodyLanguageOf(appeal, request.bodyLanguage ?? "", language);
  const typed = await takeTyped(request, appeal, bodyLanguage);
  const letters = addressAll(appeal, await routeSigner(appeal, typed.country ?? ""), language);
  const { signer } = checkTyped(typed, { appeal, letters, bodyLanguage }, language);
  const sending = signer && sendingOf(signer, appeal);
  await db().submission.create({
    data: {
      id,
      organisationId: appeal.organisationId,
      campaignId: appeal.id,
      revisionId: appeal.revision.id,
      sealed: seal(keys.data, JSON.stringify({ ...typed, ...sending?.kept }), `submission:${id}`),
      language,
      letterLanguage: bodyLanguage,
      partner: /^[\w-]+$/.test(partner) ? partner.slice(0, limits.partner) : "",
      ...(signer && sending && (await preparedColumns(appeal, signer, { letters, sending, pepper: keys.pepper }))),
    },
  });
  return makeToken("check", id);
}

async function takeTyped(request: DraftRequest, appeal: Appeal, bodyLanguage: string): Promise<Typed> {
  const { typed, revision: from, bodyLanguage: said } = request;
  const written = { ...appeal, writing: request.writing ?? appeal.writing };
  return asCampaignTakes(await carryOver(typed, written, { from, said: said || bodyLanguage, bodyLanguage }), written);
}

type Prepared = { letters: (Written & Addressed)[]; sending: Sending; pepper: Buffer };

async function preparedColumns(appeal: Appeal, signer: Signer, { letters, sending, pepper }: Prepared) {
  const isHeld = findMentioned(saidBy(signer), appeal.doNotMention).length > 0;
  const routes = routeLetters(letters, sending);
  const { lane, ...keys } = emailKeys(signer.email, pepper, await getDailyPepper());
  return {
    emailKey: new Uint8Array(keys.emailKey),
    domainKey: new Uint8Array(keys.domainKey),
    limitKey: new Uint8Array(keys.limitKey),
    mailLane: lane,
    country: signer.country,
    disclosure: signer.disclosure,
    newsConsent: signer.newsConsent,
    publicNameConsent: signer.publicNameConsent,
    routes: (isHeld ? routes.map((route) => ({ ...route, hold: "words" })) : routes) as Prisma.InputJsonArray,
  };
}
