import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { titleOf, titleShape } from "@/lib/campaigns/title";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { ReceivedState } from "@/lib/generated/prisma/enums";
import { openOwn } from "./find-own";
import { openOriginalBytes, openReceivedKey, openTitle } from "./sealed";
import type { ReceivedContent } from "./schema";

/** A received appeal in a list. `title` is that of the campaign once one was made of it. */
export type ReceivedLine = {
  id: string;
  state: ReceivedState;
  title: string | null;
  campaignId: string | null;
  by: string | null;
  createdAt: Date;
  changedAt: Date;
};

/** A received appeal that is opened to be corrected; `seen` is the mark that a save brings back. */
export type OpenedReceived = {
  id: string;
  mediaType: string;
  encoding: string | null;
  createdAt: Date;
  seen: string;
  content: ReceivedContent;
};

/** Looking at the same appeal again within so many minutes is the same look. */
const sameLookMinutes = 15;

/**
 * The organisation's received appeals, those that are open first, then the newest.
 * @throws Refusal("no-access")
 */
export async function listReceived(actor: Actor): Promise<ReceivedLine[]> {
  await requireAccess(actor, "received.open");
  const rows = await db().receivedAppeal.findMany({
    where: { organisationId: actor.organisationId },
    orderBy: [{ state: "asc" }, { id: "desc" }],
    take: 100,
    omit: { sealedBytes: true, sealedContent: true },
  });
  const accounts = await db().account.findMany({
    where: { id: { in: rows.map(({ accountId }) => accountId) } },
    select: { id: true, name: true },
  });
  const campaigns = await db().campaign.findMany({
    where: { organisationId: actor.organisationId, id: { in: rows.flatMap(({ campaignId }) => campaignId ?? []) } },
    select: { id: true, ...titleShape },
  });
  const titles = new Map(campaigns.map((campaign) => [campaign.id, titleOf(campaign)]));
  return rows.map(({ id, state, sealedKey, sealedTitle, campaignId, accountId, createdAt, changedAt }) => ({
    id,
    state,
    title:
      sealedKey && sealedTitle
        ? openTitle(openReceivedKey(id, sealedKey), id, sealedTitle)
        : ((campaignId && titles.get(campaignId)) ?? null),
    campaignId,
    by: accounts.find((account) => account.id === accountId)?.name ?? null,
    createdAt,
    changedAt,
  }));
}

/**
 * An open received appeal with all that was read in it. It may name people nobody else names: that it is opened is recorded
 * before it is shown.
 * @returns the appeal, or the campaign that was made of it
 * @throws Refusal("no-access"), Refusal("not-found") also for one that was discarded
 */
export async function getReceived(actor: Actor, id: string): Promise<OpenedReceived | { campaignId: string }> {
  await requireAccess(actor, "received.open");
  const where = { id, organisationId: actor.organisationId };
  const found = validate(id)
    ? await db().receivedAppeal.findFirst({ where, select: { state: true, campaignId: true } })
    : null;
  if (found?.state === "taken" && found.campaignId) return { campaignId: found.campaignId };
  if (found?.state !== "open") throw new Refusal("not-found");
  const { row, content } = await openOwn(actor, id);
  await recordLook(actor, id);
  const { mediaType, encoding, createdAt, version } = row;
  return { id, mediaType, encoding, createdAt, seen: String(version), content };
}

/**
 * A received appeal as it came, byte for byte; that it was opened is recorded before.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for one that is not open
 */
export async function openReceivedFile(actor: Actor, id: string): Promise<{ bytes: Buffer; mediaType: string }> {
  await requireAccess(actor, "received.open");
  const { row, key } = await openOwn(actor, id);
  if (!row.sealedBytes) throw new Refusal("not-found");
  await recordEvent(actor, { action: "received.opened", subjectType: "received", subjectId: id });
  return { bytes: openOriginalBytes(key, id, row.sealedBytes), mediaType: row.mediaType };
}

async function recordLook(actor: Actor, id: string): Promise<void> {
  const { accountId } = actor;
  const entry = { action: "received.opened", subjectType: "received", subjectId: id };
  const since = new Date(Date.now() - sameLookMinutes * 60_000);
  const looked = await db().auditEvent.count({ where: { ...entry, accountId, at: { gt: since } } });
  if (looked === 0) await recordEvent(actor, entry);
}
