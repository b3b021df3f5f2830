import { HoldReason } from "@/lib/generated/prisma/enums";
import type { Figures } from "./figures.sql";
import { minutesLeft, paceOf } from "./pace";
import { type Station, stations } from "./schema";

export type Counts = Record<Station, number>;

/** How letters move: how many a minute a mail server took lately, and whole minutes to the end at that pace. */
export type Movement = { counts: Counts; pace: number; minutesLeft: number | null };

/** The letters of a campaign to one recipient. */
export type Line = Movement & {
  recipientId: string;
  name: string;
  /** Where its letters go now; null while no address works. */
  lane: string | null;
  held: { reason: HoldReason; count: number }[];
};

// What is shown keeps its place when numbers change.
const reasons: HoldReason[] = Object.values(HoldReason);

type Recipient = { id: string; name: string; lane: string | null };

/** A campaign's letters by recipient, those of one lane beside each other. */
export function linesOf(figures: Figures, campaignId: string, recipients: Map<string, Recipient>, now: Date): Line[] {
  const ours = <T extends { campaignId: string }>(rows: T[]) => rows.filter((row) => row.campaignId === campaignId);
  const states = Map.groupBy(ours(figures.states), ({ recipientId }) => recipientId);
  const lines = [...states].map(([recipientId, rows]): Line => {
    const here = <T extends { campaignId: string; recipientId: string }>(all: T[]) =>
      ours(all).filter((row) => row.recipientId === recipientId);
    const counts = countsOf(rows, here(figures.leased)[0]?.count ?? 0);
    const { name = recipientId, lane = null } = recipients.get(recipientId) ?? {};
    const held = here(figures.held)
      .map(({ reason, count }) => ({ reason, count }))
      .toSorted((one, other) => reasons.indexOf(one.reason) - reasons.indexOf(other.reason));
    return { recipientId, name, lane, held, ...movementOf(counts, here(figures.accepted), now) };
  });
  const key = ({ lane, name }: Line) => `${lane ?? "~"} ${name}`;
  return lines
    .filter(({ counts }) => stations.some((station) => counts[station] > 0))
    .toSorted((one, other) => key(one).localeCompare(key(other), "en"));
}

/** All lines of a campaign in one. It ends with the last of them; when that is, nobody can say while one stands still. */
export function sumOf(lines: Line[], accepted: Figures["accepted"], now: Date): Movement {
  const counts = noCounts();
  for (const line of lines) for (const station of stations) counts[station] += line.counts[station];
  const unfinished = lines.filter((line) => line.counts.waiting + line.counts.leaving > 0);
  const ends = unfinished.flatMap((line) => line.minutesLeft ?? []);
  const known = ends.length > 0 && ends.length === unfinished.length;
  return { ...movementOf(counts, accepted, now), minutesLeft: known ? Math.max(...ends) : null };
}

function movementOf(counts: Counts, accepted: Figures["accepted"], now: Date): Movement {
  const minutes = accepted.map(({ at, count }) => ({ at: at.getTime(), count }));
  const pace = paceOf(minutes, now.getTime());
  return { counts, pace, minutesLeft: minutesLeft(counts.waiting + counts.leaving, pace) };
}

// The tally "queued" holds what waits and what leaves; what is with a worker was counted a moment later.
function countsOf(rows: Figures["states"], leased: number): Counts {
  const counts = noCounts();
  for (const { state, count } of rows) {
    if (state === "queued") counts.leaving = Math.min(leased, count);
    if (state === "queued") counts.waiting = count - counts.leaving;
    else if (isStation(state)) counts[state] = count;
  }
  return counts;
}

function isStation(state: string): state is Station {
  return (stations as readonly string[]).includes(state);
}

function noCounts(): Counts {
  return Object.fromEntries(stations.map((station) => [station, 0])) as Counts;
}
