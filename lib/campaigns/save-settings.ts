import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { listConsentProblems } from "@/lib/cases/consent-problems";
import { saysWithheldName } from "@/lib/cases/withheld-names";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { fieldError } from "@/lib/forms";
import type { Prisma } from "@/lib/generated/prisma/client";
import { claimSlug } from "./claim-slug";
import { goOnAfterDeadline } from "./go-on-after-deadline";
import { requireLock } from "./require-lock";
import type { Settings } from "./schema";
import { recordChange } from "./record-change";
import { lockSettings, readSettings, settingsMark, storedSettings } from "./settings";

type Before = Awaited<ReturnType<typeof lockSettings>>;

type How = {
  /** The change whose earlier state they are. */
  broughtBackId?: string;
  /** For what is saved by itself: the public sees nothing of it yet. */
  draftOnly?: boolean;
};

/**
 * Changes the settings of a campaign; they hold at once, also for one that is published. Its address stays as it is once
 * the public knows it, unless it says a name that has to be withheld.
 * @returns the mark of what stands there now
 * @throws Refusal("not-found"), Refusal("changed-meanwhile"), Refusal("being-edited"), Refusal("not-possible-now") for an
 *   archived one, and for one that was published when only a draft may be changed; ZodError
 */
export async function saveSettings(
  actor: Actor,
  campaignId: string,
  input: Settings,
  { broughtBackId, draftOnly = false }: How = {},
): Promise<string> {
  await requireAccess(actor, "campaigns.edit");
  const save = async (tx: Prisma.TransactionClient) => {
    const before = await lockSettings(tx, actor, campaignId);
    if (before.state === "archived" || (draftOnly && before.publishedAt)) throw new Refusal("not-possible-now");
    await requireLock(tx, { ...actor, campaignId });
    if (input.seen !== settingsMark(before)) throw new Refusal("changed-meanwhile");
    await check(tx, before, input);
    const slug = await chooseSlug(tx, before, input.slug);
    const { kind, followsId, distribution, defaultLanguage, deadlineAt, deadlineZone, goal } = input;
    const { drip, officeHours, whenAmbiguous, prefersOwnClient, writing, sensitive, disclosures } = input;
    await tx.campaign.update({
      where: { id: campaignId },
      data: {
        slug,
        kind,
        followsId,
        distribution,
        defaultLanguage,
        deadlineAt,
        deadlineZone,
        goal,
        drip,
        officeHours,
        whenAmbiguous,
        writing,
        sensitive,
        disclosures,
        prefersOwnClient,
        editedBy: actor.accountId,
        distributionPermittedBy: input.permittedBy || null,
        distributionPermittedAt: input.permittedAt,
      },
    });
    if (isExtended(before, deadlineAt)) await extend(tx, actor, campaignId);
    if (before.publishedAt && input.distribution === "press") await requirePressConsent(tx, campaignId);
    const { mark, own } = await noteChange(tx, actor, before, broughtBackId);
    const entry = { action: "campaign.settings", subjectType: "campaign", subjectId: campaignId };
    // What saves itself while somebody types is one act.
    if (own || !draftOnly) await recordEvent(actor, entry, tx);
    return mark;
  };
  return db().$transaction(save, { timeout: 120_000 });
}

/** Whether a deadline that has passed is a later one now, or none. */
function isExtended({ deadlineAt: before }: Before, now: Date | null): boolean {
  return before !== null && before <= new Date() && (now === null || now > new Date());
}

/** @throws Refusal("no-access") to a member who may not let letters leave */
async function extend(tx: Prisma.TransactionClient, actor: Actor, campaignId: string): Promise<void> {
  await requireAccess(actor, "campaigns.publish");
  const { overdueAt } = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId }, select: { overdueAt: true } });
  await goOnAfterDeadline(tx, actor, { campaignId, overdueAt });
}

/** Settings that were saved as they stood are no change. @returns their mark, and whether that is a change of its own */
async function noteChange(
  tx: Prisma.TransactionClient,
  actor: Actor,
  row: Before,
  broughtBackId?: string,
): Promise<{ mark: string; own: boolean }> {
  const { id: campaignId } = row;
  const now = await readSettings(tx, { id: campaignId, organisationId: actor.organisationId });
  const mark = settingsMark(now);
  if (mark === settingsMark(row)) return { mark, own: false };
  const said = { before: storedSettings(row), after: storedSettings(now) };
  const back = broughtBackId ? { broughtBackId } : {};
  const own = await recordChange(tx, actor, { campaignId, revisionId: null, part: "settings", ...said, ...back });
  return { mark, own };
}

async function check(tx: Prisma.TransactionClient, before: Before, input: Settings): Promise<void> {
  const { id, caseId, publishedAt, state } = before;
  if (publishedAt && !input.distribution) throw fieldError("distribution", "published");
  if (publishedAt && !input.permittedBy) throw fieldError("permittedBy", "published");
  if (state === "live" && input.deadlineAt && input.deadlineAt <= new Date()) throw fieldError("deadlineDate", "past");
  await checkFollows(tx, { id, caseId }, input.followsId);
  const { defaultLanguage: language } = input;
  const text = language !== before.defaultLanguage && {
    revision: { campaignId: id },
    language,
  };
  if (text && !(await tx.appealText.findFirst({ where: text, select: { language: true } }))) {
    throw fieldError("defaultLanguage", "no-text");
  }
}

/** The address of a published campaign leaves it only to lose a name. */
async function chooseSlug(tx: Prisma.TransactionClient, before: Before, wanted: string): Promise<string> {
  const { id, caseId, slug, publishedAt } = before;
  if (publishedAt) {
    if (!wanted || wanted === slug || !(await saysWithheldName(tx, caseId, slug))) return slug;
    if (await saysWithheldName(tx, caseId, wanted)) throw fieldError("slug", "named");
  } else if (!wanted) throw fieldError("slug", "required");
  await claimSlug(tx, wanted, id);
  return wanted;
}

/** What is published may go to the press only with the consent of those it is about. */
async function requirePressConsent(tx: Prisma.TransactionClient, campaignId: string): Promise<void> {
  const { id } = await tx.revision.findFirstOrThrow({
    where: { campaignId, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  const problems = await listConsentProblems(tx, campaignId, id);
  if (problems.some(({ code }) => code === "press-consent-missing")) throw fieldError("distribution", "consent");
}

/** An appeal follows another one of its case; never itself, also not by a detour. */
async function checkFollows(
  tx: Prisma.TransactionClient,
  { id, caseId }: { id: string; caseId: string },
  followsId: string | null,
): Promise<void> {
  const seen = new Set([id]);
  for (let next = followsId; next !== null;) {
    const found = await tx.campaign.findFirst({ where: { id: next, caseId }, select: { followsId: true } });
    if (!found || seen.has(next)) throw fieldError("followsId", "invalid");
    seen.add(next);
    next = found.followsId;
  }
}
