import { expect, test } from "vitest";
import type { Figures } from "@/lib/delivery/figures.sql";
import { linesOf, sumOf } from "@/lib/delivery/lines";
import { leftOf } from "@/lib/delivery/schema";

const now = new Date("2027-03-01T12:00:30Z");
const minute = new Date("2027-03-01T12:00:00Z");
const campaignId = "c";

function figures(more: Partial<Figures>): Figures {
  return { states: [], leased: [], held: [], accepted: [], charted: [], ...more };
}

const recipients = new Map([
  ["slow", { id: "slow", name: "Ambassador", lane: "z.example" }],
  ["fast", { id: "fast", name: "Minister", lane: "a.example" }],
]);

const queued = (recipientId: string, count: number) => ({ campaignId, recipientId, state: "queued" as const, count });
const took = (recipientId: string, count: number) => ({ campaignId, recipientId, at: minute, count });

test("lines stand by lane, and what is with a worker is not counted as waiting", () => {
  const [first, second] = linesOf(
    figures({
      states: [
        queued("slow", 50),
        queued("fast", 100),
        { campaignId: "other", recipientId: "fast", state: "failed", count: 9 },
      ],
      leased: [{ campaignId, recipientId: "fast", count: 30 }],
    }),
    campaignId,
    recipients,
    now,
  );
  expect(first).toMatchObject({ name: "Minister", counts: { waiting: 70, leaving: 30, failed: 0 } });
  expect(second).toMatchObject({ name: "Ambassador", counts: { waiting: 50, leaving: 0 } });
});

test("more with workers than was queued a moment before is no negative number", () => {
  const leased = [{ campaignId, recipientId: "fast", count: 7 }];
  const [line] = linesOf(figures({ states: [queued("fast", 5)], leased }), campaignId, recipients, now);
  expect(line?.counts).toMatchObject({ waiting: 0, leaving: 5 });
});

test("a campaign ends with its slowest line, and nobody knows when while one stands still", () => {
  const states = [queued("fast", 100), queued("slow", 50)];
  const both = [took("fast", 20), took("slow", 5)];
  const lines = linesOf(figures({ states, accepted: both }), campaignId, recipients, now);
  expect(lines.map(({ minutesLeft }) => minutesLeft)).toEqual([5, 10]);
  expect(sumOf(lines, both, now)).toMatchObject({ pace: 25, minutesLeft: 10, counts: { waiting: 150 } });

  const one = [took("fast", 20)];
  const stuck = linesOf(figures({ states, accepted: one }), campaignId, recipients, now);
  expect(sumOf(stuck, one, now)).toMatchObject({ pace: 20, minutesLeft: null });
  expect(sumOf([], [], now).minutesLeft).toBeNull();
});

test("a letter that failed has not left, and none is missing from the whole", () => {
  const counts = {
    waiting: 1015,
    leaving: 10,
    accepted: 225,
    bounced: 2,
    failed: 100,
    unknown: 3,
    held: 1150,
    quarantined: 4,
    captured: 50,
  };
  expect(leftOf(counts)).toEqual({ left: 230, all: 2509 });
});
