import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { contentMark } from "./content-mark";

const shape = {
  state: true,
  stateAt: true,
  caseId: true,
  publishedAt: true,
  deadlineAt: true,
  deadlineZone: true,
  editedBy: true,
  scheduledAt: true,
  scheduledZone: true,
  overdueAt: true,
  stoppedAt: true,
  stopReason: true,
  stopNote: true,
  stopDiscreet: true,
  stopToldAt: true,
  case: { select: { country: true, verifiedAt: true, verifiedBy: true } },
  organisation: { select: { needsApproval: true } },
  revisions: { orderBy: { number: "desc" }, take: 1, select: { number: true, publishedAt: true } },
  reviews: { orderBy: { id: "desc" }, take: 1 },
} satisfies Prisma.CampaignSelect;

type Row = Prisma.CampaignGetPayload<{ select: typeof shape }>;

/** How a campaign stands with the second member who has to approve it. Names are those of members. */
export type ReviewStanding = {
  needed: boolean;
  /** `void`: it was approved or submitted, and edited since. */
  standing: "none" | "waiting" | "approved" | "returned" | "void";
  submittedBy: string | null;
  submittedAt: Date | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  reason: string;
  /** Whether the member who asks submitted it or edited it last. */
  own: boolean;
  /** The mark of what is there now. */
  mark: string;
};

/** Where a campaign stands in its life, and what can be decided about it. */
export type CampaignLife = Omit<Row, "organisation" | "reviews" | "revisions" | "editedBy"> & {
  /** Whether a revision of it, or it as a whole, is not published. */
  unpublished: boolean;
  /** Whether its deadline has passed and letters may not leave. */
  past: boolean;
  review: ReviewStanding;
};

/**
 * Everything that the page about a campaign's life shows.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function getLife(actor: Actor, campaignId: string): Promise<CampaignLife> {
  await requireAccess(actor, "campaigns.read");
  const where = { id: campaignId, organisationId: actor.organisationId };
  const row = validate(campaignId) ? await db().campaign.findFirst({ where, select: shape }) : null;
  if (!row) throw new Refusal("not-found");
  const { organisation, reviews, revisions, editedBy, ...life } = row;
  const review = await standingOf(actor, campaignId, {
    needed: organisation.needsApproval,
    editedBy,
    last: reviews[0],
  });
  const past = life.publishedAt !== null && life.deadlineAt !== null && life.deadlineAt <= new Date();
  return { ...life, past, review, unpublished: revisions[0]?.publishedAt === null };
}

type Before = { needed: boolean; editedBy: string | null; last: Row["reviews"][number] | undefined };

async function standingOf(
  actor: Actor,
  campaignId: string,
  { needed, editedBy, last }: Before,
): Promise<ReviewStanding> {
  const mark = await contentMark(db(), campaignId);
  const names = await namesOf([last?.submittedBy, last?.decidedBy]);
  return {
    needed,
    mark,
    standing: last ? standing(last, mark) : "none",
    submittedBy: names.get(last?.submittedBy ?? "") ?? null,
    submittedAt: last?.submittedAt ?? null,
    decidedBy: names.get(last?.decidedBy ?? "") ?? null,
    decidedAt: last?.decidedAt ?? null,
    reason: last?.reason ?? "",
    own: [last?.submittedBy, editedBy].includes(actor.accountId),
  };
}

function standing({ decision, mark: reviewed }: Row["reviews"][number], mark: string): ReviewStanding["standing"] {
  if (decision === "returned") return "returned";
  if (reviewed !== mark) return "void";
  return decision === "approved" ? "approved" : "waiting";
}

async function namesOf(ids: (string | null | undefined)[]): Promise<Map<string, string>> {
  const where = { id: { in: ids.filter((id) => typeof id === "string") } };
  const rows = await db().account.findMany({ where, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
