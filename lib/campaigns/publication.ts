import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { orRefusal, Refusal } from "@/lib/errors";
import { type Finding, listBlockers } from "./blockers";
import { requireApproved } from "./require-approved";

/** What there is to publish: the campaign itself, its newest revision, or nothing. */
export type Publication = {
  what: "campaign" | "revision" | null;
  findings: Finding[];
  /** Letters that have not left yet. */
  waiting: number;
  /** Whether a second member has approved it as it is now, or none has to. */
  approved: boolean;
};

/**
 * What a member decides about who publishes.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function getPublication(actor: Actor, campaignId: string): Promise<Publication> {
  await requireAccess(actor, "campaigns.publish");
  const where = { id: campaignId, organisationId: actor.organisationId };
  const campaign = validate(campaignId)
    ? await db().campaign.findFirst({
        where,
        select: { publishedAt: true, state: true, revisions: { orderBy: { number: "desc" }, take: 1 } },
      })
    : null;
  if (!campaign) throw new Refusal("not-found");
  const { publishedAt, state, revisions } = campaign;
  const draft = revisions[0]?.publishedAt === null;
  const findings = await listBlockers(db(), campaignId);
  const waiting = await db().letter.count({ where: { campaignId, state: { in: ["queued", "waiting"] } } });
  const approved = !((await orRefusal(requireApproved(db(), { ...actor, campaignId }))) instanceof Refusal);
  if (state === "archived") return { what: null, findings, waiting, approved };
  if (!publishedAt) return { what: "campaign", findings, waiting, approved };
  const relevant = findings.filter(({ code }) => code !== "deadline-past");
  return { what: draft ? "revision" : null, findings: relevant, waiting, approved };
}
