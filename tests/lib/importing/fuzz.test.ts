import { expect, test } from "vitest";
import { play } from "@/tests/fuzz/play";

// A few of those that npm run fuzz plays by the million.
test.each([
  { size: 2000, runs: 300 },
  { size: 50_000, runs: 5 },
])(
  "no text that nobody wrote breaks the reader of appeals: $runs of up to $size signs",
  (chunk) => {
    expect(play({ ...chunk, seed: 20_040_504 })).toEqual({ runs: chunk.runs, failure: null });
  },
  60_000,
);
