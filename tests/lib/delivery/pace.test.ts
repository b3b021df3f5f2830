import { expect, test } from "vitest";
import { minutesLeft, paceOf } from "@/lib/delivery/pace";

const at = (clock: string) => Date.parse(`2027-03-01T${clock}Z`);

test.each([
  ["nothing has left", [], "12:00:30", 0],
  ["the first minute counts as whole", [["12:00:00", 30]], "12:00:30", 30],
  [
    "the present minute counts as far as it has gone",
    [
      ["11:59:00", 20],
      ["12:00:00", 10],
    ],
    "12:00:30",
    20,
  ],
  [
    "what is older than five minutes does not count",
    [
      ["11:55:00", 900],
      ["11:56:00", 45],
    ],
    "12:00:30",
    10,
  ],
  ["a minute of none does not slow it", [["11:56:00", 0]], "12:00:30", 0],
] as const)("pace: %s", (_, minutes, now, pace) => {
  const known = minutes.map(([clock, count]) => ({ at: at(clock), count }));
  expect(paceOf(known, at(now))).toBe(pace);
});

test("the end is told only while something moves", () => {
  expect(minutesLeft(401, 20)).toBe(21);
  expect(minutesLeft(1, 20)).toBe(1);
  expect(minutesLeft(0, 20)).toBeNull();
  expect(minutesLeft(400, 0)).toBeNull();
});
