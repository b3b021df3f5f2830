import { expect, test } from "vitest";
import { givesUp, retryDelay } from "@/lib/delivery/backoff";

test.each([
  [0, 5],
  [1, 5],
  [5, 10],
  [20, 40],
  [60, 120],
  [240, 480],
  [5000, 480],
])("%i minutes after the first try it waits about %i", (age, minutes) => {
  expect(retryDelay(age * 60, 0.5)).toBe(minutes * 60);
  expect(retryDelay(age * 60, 0)).toBe(minutes * 48);
  expect(retryDelay(age * 60, 0.999_999)).toBe(minutes * 72);
});

test("gives up after four days, and not before", () => {
  expect(givesUp(4 * 24 * 3600 - 1)).toBe(false);
  expect(givesUp(4 * 24 * 3600)).toBe(true);
});
