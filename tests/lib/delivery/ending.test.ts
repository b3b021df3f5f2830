import { expect, test } from "vitest";
import type { Outcome, OutcomeKind } from "@/lib/delivery/classify";
import { endingOf, endingWithout, type Ending } from "@/lib/delivery/ending";
import { transitions } from "@/lib/letters/states";

const row = { table: "letters", id: "letter", lease: "lease", attempt: 1, ageSeconds: 60, doubled: false } as const;
const outcome = (kind: OutcomeKind): Outcome => ({ kind, code: null, enhancedCode: null, response: "" });

test.each<[string, Ending, Partial<Ending>]>([
  ["accepted", endingOf(row, outcome("accepted"), "transmitting"), { to: "accepted", counts: true }],
  ["refused for good", endingOf(row, outcome("address"), "transmitting"), { to: "failed" }],
  ["put off", endingOf(row, outcome("temporary"), "transmitting"), { to: "waiting", doubled: false, counts: true }],
  ["refused for what it is", endingOf(row, outcome("policy"), "transmitting"), { to: "held" }],
  [
    "a mail of ours refused for what it is",
    endingOf({ ...row, table: "mails" }, outcome("policy"), "transmitting"),
    { to: "waiting", counts: true },
  ],
  [
    "put off too long",
    endingOf({ ...row, ageSeconds: 345_600 }, outcome("temporary"), "transmitting"),
    { to: "failed" },
  ],
  ["our fault", endingOf(row, outcome("ours"), "claimed"), { to: "waiting", waitSeconds: 60, counts: false }],
  [
    "our fault, for days",
    endingOf({ ...row, ageSeconds: 1e7 }, outcome("ours"), "claimed"),
    { to: "waiting", waitSeconds: 3600 },
  ],
  ["nobody knows", endingOf(row, outcome("ambiguous"), "transmitting"), { to: "waiting", doubled: true }],
  ["nobody knows again", endingOf({ ...row, doubled: true }, outcome("ambiguous"), "transmitting"), { to: "unknown" }],
  ["given back", endingWithout(row, "queued"), { from: "claimed", to: "queued", counts: false, waitSeconds: null }],
  ["cannot be rendered", endingWithout(row, "quarantined"), { from: "claimed", to: "quarantined" }],
])("%s", (_what, ending, expected) => {
  expect(ending).toMatchObject(expected);
  expect(transitions[ending.from]).toContain(ending.to);
});
