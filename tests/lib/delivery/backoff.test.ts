import { expect, test } from "vitest";
import { givesUp, retryDelay } from "@/lib/delivery/backoff";

test.each([
  [1, 5],
  [2, 15],
  [3, 45],
  [4, 135],
  [5, 480],
  [11, 480],
])("try %i is followed by about %i minutes", (attempt, minutes) => {
  expect(retryDelay(attempt, 0.5)).toBe(minutes * 60);
  expect(retryDelay(attempt, 0)).toBe(minutes * 48);
  expect(retryDelay(attempt, 0.999_999)).toBe(minutes * 72);
});

test("gives up after four days, and not before", () => {
  expect(givesUp(4 * 24 * 3600 - 1)).toBe(false);
  expect(givesUp(4 * 24 * 3600)).toBe(true);
});
