import { getAppealOf, type Appeal, type AppealRecipient } from "@/lib/campaigns/queries";
import { isSuperseded } from "@/lib/campaigns/older-revision";
import { requireOpen } from "@/lib/campaigns/require-open";
import type { ComposedLetter } from "@/lib/letters/compose";
import { measureOwn, type OwnMeasure } from "@/lib/letters/measure-own";
import { ownTexts } from "@/lib/letters/own-texts";
import { countryName } from "@/lib/format";
import { addressAll, type Addressed } from "@/lib/letters/sheets";
import { writeLetter } from "@/lib/letters/write";
import type { Reason } from "@/lib/routing/decide";
import { listUnmet } from "@/lib/routing/list-unmet";
import { routeSigner } from "@/lib/routing/route-signer";
import { checkTyped, type Issue, type Missing } from "./check";
import { getDraft } from "./get-draft";
import { listRouted } from "./list-routed";
import { openSubmission } from "./open";
import { type Place, placeOf } from "./place-of";
import type { Signer, Typed } from "./schema";

export type ReviewedLetter = Place & {
  recipient: AppealRecipient;
  /** The one it leaves in. */
  language: string;
  letter: ComposedLetter;
  reason: Reason | null;
};

/** A draft as its check page shows it: with its faults, or with the letters it will become. */
export type Review = {
  appeal: Appeal;
  typed: Typed;
  bodyLanguage: string;
  partner: string;
  /** Whether what its revision says is no longer so. */
  superseded: boolean;
} & (
  | { issues: Issue[]; signer: null }
  | {
      issues: [];
      signer: Signer;
      letters: ReviewedLetter[];
      missing: Missing[];
      own: OwnMeasure | null;
      /** Texts that were changed and that nobody who is written to gets. */
      unused: string[];
      /** Names of countries whose embassy is to be written to, and none is from the signer's. */
      unmet: string[];
    }
);

/**
 * What stands on a check page.
 * @throws Refusal link-unknown, draft-expired, draft-sent, campaign-paused, campaign-closed
 */
export async function getReview(token: string): Promise<Review> {
  const draft = await getDraft(token);
  const appeal = await getAppealOf(draft);
  requireOpen(appeal);
  const typed = await openSubmission(draft);
  const routed = await listRouted(appeal, draft);
  const { language, partner, letterLanguage: bodyLanguage } = draft;
  const to = { appeal, letters: await listAddressed(), bodyLanguage };
  const { signer, issues, missing } = checkTyped(typed, to, language);
  const { number } = appeal.revision;
  const superseded = await isSuperseded({ campaignId: appeal.id, number });
  const shown = { appeal, typed, bodyLanguage, partner, superseded };
  if (!signer) return { ...shown, issues, signer };
  const writer = { ...signer, bodyLanguage };
  const letters = routed.map(({ recipient, language: leaves, route }) => ({
    recipient,
    language: leaves,
    reason: route.reason ?? null,
    ...placeOf(recipient, route, signer.disclosure),
    letter: writeLetter(appeal, recipient, writer, { language: leaves, submissionId: draft.id }),
  }));
  const composed = letters.map(({ letter }) => letter);
  const own = await measureOwn(appeal, typed, composed);
  const changed = ownTexts([signer.body, ...Object.values(signer.bodies)], appeal.revision.sampleLetters);
  const unused = changed.filter((text) => !composed.some(({ body }) => body === text));
  // What was decided when it was drafted stands, whatever became of an embassy since.
  const met = new Set(letters.map(({ reason }) => reason?.represents));
  const listed = signer.disclosure === "counted" ? [] : await listUnmet(appeal, signer.country);
  const unmet = listed.filter((code) => !met.has(code)).map((code) => countryName(code, language));
  return { ...shown, issues: [], signer, letters, missing, own, unused, unmet };

  // A draft with faults has no letters yet.
  async function listAddressed(): Promise<Addressed[]> {
    if (routed.length > 0) return routed;
    return addressAll(appeal, await routeSigner(appeal, typed.country ?? ""), language);
  }
}
