import { validate } from "uuid";
import { type Actor, mayDo, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { ChangedPart } from "@/lib/generated/prisma/enums";
import { type Difference, difference } from "./difference";

const shape = {
  id: true,
  revision: true,
  part: true,
  language: true,
  before: true,
  after: true,
  broughtBackId: true,
  startedAt: true,
  at: true,
  account: { select: { name: true } },
} satisfies Prisma.RevisionChangeSelect;

type Row = Prisma.RevisionChangeGetPayload<{ select: typeof shape }>;

/** One change of a campaign: by whom, when, in which part, and how each of its fields differs. */
export type ListedChange = Pick<Row, "id" | "revision" | "part" | "language" | "startedAt" | "at"> & {
  name: string;
  what: "began" | "removed" | "broughtBack" | "changed";
  fields: ({ field: string } & Difference)[];
  /** Whether what stood before may come back. */
  mayReturn: boolean;
};

/** Parts that only members who may edit campaigns can open, and so read of. */
const steered: ChangedPart[] = ["provenance", "words", "hosts"];

const pageSize = 30;

/**
 * The changes of a campaign's texts, letters, picture, recipients and settings, its provenance, the words it must not say and the sites that may show it, newest first.
 * @param before the id of a change: only older ones
 * @returns `older`: the id after which there are more, or null
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function listChanges(
  actor: Actor,
  campaignId: string,
  before?: string,
): Promise<{ changes: ListedChange[]; older: string | null }> {
  await requireAccess(actor, "texts.edit");
  const { organisationId } = actor;
  const campaign = validate(campaignId)
    ? await db().campaign.findFirst({ where: { id: campaignId, organisationId } })
    : null;
  if (!campaign) throw new Refusal("not-found");
  const edits = mayDo(actor, "campaigns.edit");
  const rows = await db().revisionChange.findMany({
    where: {
      campaignId,
      ...(!edits && { part: { notIn: steered } }),
      ...(before && validate(before) && { id: { lt: before } }),
    },
    orderBy: { id: "desc" },
    take: pageSize + 1,
    select: shape,
  });
  const shown = rows.slice(0, pageSize);
  const open = campaign.state !== "archived";
  const returns: Record<ChangedPart, boolean> = {
    text: true,
    letter: true,
    picture: edits,
    settings: edits && campaign.publishedAt === null,
    // It would hold at once, and may be of offices that are gone.
    recipients: false,
    provenance: false,
    words: false,
    hosts: false,
  };
  const changes = shown.map((row) => ({
    ...listed(row),
    mayReturn: open && row.before !== null && returns[row.part],
  }));
  return { changes, older: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}

function listed({ account, before, after, broughtBackId, ...row }: Row): Omit<ListedChange, "mayReturn"> {
  const what = !before ? "began" : !after ? "removed" : broughtBackId ? "broughtBack" : "changed";
  return { ...row, name: account.name, what, fields: fieldsOf(before, after) };
}

function fieldsOf(before: Prisma.JsonValue, after: Prisma.JsonValue): ListedChange["fields"] {
  const [was, is] = [objectOf(before), objectOf(after)];
  return [...new Set([...Object.keys(is), ...Object.keys(was)])].flatMap((field) => {
    // What a picture is called says which one it is.
    if (field === "pictureId") return [];
    const [one, other] = [wordsOf(was[field]), wordsOf(is[field])];
    return one === other ? [] : [{ field, ...difference(one, other) }];
  });
}

function objectOf(value: Prisma.JsonValue): Prisma.JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}

function wordsOf(value: Prisma.JsonValue | undefined): string {
  if (Array.isArray(value)) return value.map(String).join("\n");
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .flatMap(([key, one]) => (wordsOf(one) === "" ? [] : [`${key}: ${wordsOf(one)}`]))
    .join("\n");
}
