import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import type { CampaignState, PauseScope } from "@/lib/generated/prisma/enums";
import { pickAddress } from "@/lib/recipients/route";
import { type Chart, chartOf } from "./chart";
import { readFigures } from "./figures.sql";
import { type Line, linesOf, type Movement, sumOf } from "./lines";
import { campaignTitles, recipientNames } from "./names";
import { listPauses, type OpenPause } from "./pauses";
import { findRelay } from "./relay";
import type { Span } from "./schema";

/** Which campaigns, and which chart. `before` is the id of the last campaign of the page before. */
export type DeliveryView = { campaignId: string | null; span: Span; before?: string | undefined };

/** `stopped`: a pause keeps its letters. */
export type CampaignDelivery = Movement & {
  id: string;
  title: string;
  state: CampaignState;
  stopped: boolean;
  lines: (Line & { stopped: boolean })[];
};

/** A lane of the organisation's recipients. Times are ISO 8601. */
export type LaneLine = {
  name: string;
  recipients: string[];
  /** Letters a minute. */
  rate: number;
  /** Whether its server has taken or refused a letter to these recipients. */
  tried: boolean;
  /** Since when it is slower than lanes begin, because its server asked for that. */
  slowedAt: string | null;
  /** Since when its server takes none; one letter is tried at `probeAt`. */
  openedAt: string | null;
  probeAt: string | null;
  probeDue: boolean;
  code: number | null;
  enhancedCode: string | null;
  response: string | null;
};

/** What the delivery pages show, as it can be sent as JSON. */
export type Delivery = {
  campaigns: CampaignDelivery[];
  /** The `before` of the next page, or null at the end. */
  next: string | null;
  lanes: LaneLine[];
  /** Our own mail server lets nobody in: since when (ISO 8601), and what stands in the way. */
  relay: { since: string; response: string } | null;
  pauses: OpenPause[];
  /** Of all campaigns, whichever page is shown. */
  chart: Chart;
};

const onPage = 100;

/**
 * How letters leave: of all campaigns of the organisation that were published, newest first and a page of them, or of one. Ids
 * rise with time (UUID v7), so the id is the key of the page.
 * @throws Refusal("no-access"), Refusal("not-found") also for a campaign of another organisation
 */
export async function getDelivery(actor: Actor, { campaignId, span, before }: DeliveryView): Promise<Delivery> {
  await requireAccess(actor, "delivery.read");
  const all = await listOwn(actor.organisationId, campaignId);
  const older = before === undefined ? all : all.filter(({ id }) => id < before);
  const campaigns = older.slice(0, onPage);
  const next = older.length > onPage ? (campaigns.at(-1)?.id ?? null) : null;
  const ids = campaigns.map(({ id }) => id);
  const charted = all.map(({ id }) => id);
  const [figures, titles, pauses] = await Promise.all([
    readFigures(ids, { span, charted }),
    campaignTitles(ids),
    listPauses(actor),
  ]);
  const recipients = await listRecipients(figures.states.map(({ recipientId }) => recipientId));
  const now = new Date();
  const told = campaigns.map(({ id, state }) => {
    const stops = stopsOf(pauses, { id, state });
    const lines = linesOf(figures, id, recipients, now).map((line) => ({ ...line, stopped: stops(line) }));
    const accepted = figures.accepted.filter((row) => row.campaignId === id);
    return { id, state, title: titles.get(id) ?? id, stopped: stops(), lines, ...sumOf(lines, accepted, now) };
  });
  const lanes = await listLanes(told.flatMap(({ lines }) => lines));
  const relay = await findRelay();
  return { campaigns: told, next, lanes, relay, pauses, chart: chartOf(figures.charted, span, now) };
}

/** Whether the letters of a campaign, or those of one of its lines, are kept back. */
function stopsOf(pauses: OpenPause[], { id, state }: { id: string; state: CampaignState }): (line?: Line) => boolean {
  const whole = state === "paused" || pauses.some(({ scope, subjectId }) => isWhole(scope) || subjectId === id);
  return (line) =>
    whole ||
    (line !== undefined &&
      pauses.some(
        ({ scope, subjectId, subject }) =>
          subjectId === line.recipientId || (scope === "lane" && subject === line.lane),
      ));
}

function isWhole(scope: PauseScope): boolean {
  return scope === "installation" || scope === "organisation";
}

async function listOwn(organisationId: string, id: string | null): Promise<{ id: string; state: CampaignState }[]> {
  if (id !== null && !validate(id)) throw new Refusal("not-found");
  const rows = await db().campaign.findMany({
    where: id ? { organisationId, id } : { organisationId, publishedAt: { not: null }, state: { not: "archived" } },
    orderBy: { id: "desc" },
    select: { id: true, state: true },
  });
  if (id && rows.length === 0) throw new Refusal("not-found");
  return rows;
}

/** Also those that were taken out of a campaign and have letters there. */
async function listRecipients(
  recipientIds: string[],
): Promise<Map<string, { id: string; name: string; lane: string | null }>> {
  const ids = [...new Set(recipientIds)];
  const addresses = { where: { retiredAt: null }, orderBy: { position: "asc" } } as const;
  const [rows, names] = await Promise.all([
    db().recipient.findMany({
      where: { id: { in: ids } },
      select: { id: true, addresses: { ...addresses, select: { channel: true, status: true, lane: true } } },
    }),
    recipientNames(ids),
  ]);
  return new Map(
    rows.map((row) => {
      const lane = pickAddress(row)?.lane ?? null;
      return [row.id, { id: row.id, name: names.get(row.id) ?? row.id, lane }];
    }),
  );
}

/** The lanes by which letters go, each with those they go to. */
async function listLanes(lines: Line[]): Promise<LaneLine[]> {
  const byLane = Map.groupBy(lines, ({ lane }) => lane);
  const names = [...byLane.keys()].filter((lane) => lane !== null);
  const { LANE_RATE } = env();
  const rows = await db().lane.findMany({ where: { name: { in: names } }, orderBy: { name: "asc" } });
  const taken = await db().address.findMany({
    where: { recipientId: { in: lines.map((line) => line.recipientId) }, lastWorkedAt: { not: null } },
    distinct: ["lane"],
    select: { lane: true },
  });
  return rows.map(({ name, rate, slowedAt, openedAt, probeAt, code, enhancedCode, response }) => ({
    name,
    recipients: [...new Set((byLane.get(name) ?? []).map((line) => line.name))],
    tried:
      code !== null ||
      taken.some(({ lane }) => lane === name) ||
      (byLane.get(name) ?? []).some(({ counts }) => counts.accepted + counts.bounced > 0),
    rate: rate ?? LANE_RATE,
    slowedAt: rate !== null && rate < LANE_RATE ? (slowedAt?.toISOString() ?? null) : null,
    openedAt: openedAt?.toISOString() ?? null,
    probeAt: probeAt?.toISOString() ?? null,
    probeDue: probeAt !== null && probeAt <= new Date(),
    code,
    enhancedCode,
    response,
  }));
}
