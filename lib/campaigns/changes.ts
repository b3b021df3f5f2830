import { validate } from "uuid";
import { type Actor, mayDo, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { ChangedPart } from "@/lib/generated/prisma/enums";
import type { NotBack } from "@/lib/recipients/became";
import type { KeptRules } from "@/lib/routing/returning-rules";
import { tellRule } from "@/lib/routing/tell-rule";
import { type Difference, difference } from "./difference";
import { foreseeReturns } from "./foresee-return";

const shape = {
  id: true,
  revision: true,
  part: true,
  language: true,
  before: true,
  after: true,
  broughtBackId: true,
  notBack: true,
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
  /** What did not come back as it was, of what was brought back by this change. */
  notBack: NotBack[];
  /** Whether what stood before may come back. */
  mayReturn: boolean;
  /** What of it would not come back as it was. */
  wouldNot: NotBack[];
};

/** Parts that only members who may edit campaigns can open, and so read of. */
const steered: ChangedPart[] = ["provenance", "words", "hosts", "rules"];

const pageSize = 30;

/**
 * The changes of a campaign's texts, letters and their versions, picture, recipients, rules and settings, its provenance, the words it must not say and the sites that may show it, newest first.
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
    versions: edits,
    recipients: edits,
    rules: edits,
    provenance: false,
    words: false,
    hosts: false,
  };
  const returning = shown.filter((row) => open && row.before !== null && returns[row.part]);
  const foreseen = await foreseeReturns(campaign, returning);
  const changes = shown.map((row) => {
    const { possible, notBack } = foreseen.get(row.id) ?? { possible: true, notBack: [] };
    return { ...listed(row), mayReturn: returning.includes(row) && possible, wouldNot: notBack };
  });
  return { changes, older: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}

function listed({ account, before, after, broughtBackId, ...row }: Row): Omit<ListedChange, "mayReturn" | "wouldNot"> {
  const what = !before ? "began" : !after ? "removed" : broughtBackId ? "broughtBack" : "changed";
  const read = row.part === "rules" ? toldRules : (said: Prisma.JsonValue) => said;
  const fields = fieldsOf(read(before), read(after));
  return { ...row, notBack: row.notBack as NotBack[], name: account.name, what, fields };
}

function toldRules(said: Prisma.JsonValue): Prisma.JsonValue {
  const { rules, names } = said as KeptRules;
  return { rules: rules.map((rule, at) => `${at + 1}. ${tellRule(rule, names)}`) };
}

/** Said for the way back, beside what says it in words: what a picture is called says which one it is. */
const unread = ["pictureId", "rows"];

function fieldsOf(before: Prisma.JsonValue, after: Prisma.JsonValue): ListedChange["fields"] {
  const [was, is] = [objectOf(before), objectOf(after)];
  return [...new Set([...Object.keys(is), ...Object.keys(was)])].flatMap((field) => {
    if (unread.includes(field)) return [];
    const [one, other] = [wordsOf(was[field]), wordsOf(is[field])];
    return one === other ? [] : [{ field, ...difference(one, other) }];
  });
}

function objectOf(value: Prisma.JsonValue): Prisma.JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}

function wordsOf(value: Prisma.JsonValue | undefined): string {
  // Each line ends, so that one more after it does not change the last.
  if (Array.isArray(value)) return value.map((line) => `${wordsOf(line)}\n`).join("");
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .flatMap(([key, one]) => (wordsOf(one) === "" ? [] : [`${key}: ${wordsOf(one)}`]))
    .join("\n");
}
