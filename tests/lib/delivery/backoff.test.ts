import { expect, test } from "vitest";
import { givesUp, retryDelay } from "@/lib/delivery/backoff";

test.each([
  [1, 0, 5],
  [2, 5, 10],
  [2, 20, 15],
  [3, 20, 40],
  [4, 60, 120],
  [5, 240, 405],
  [6, 240, 480],
  [60, 5000, 480],
])("after try %i, %i minutes after the first, it waits about %i", (attempt, age, minutes) => {
  const tried = { attempt, ageSeconds: age * 60 };
  expect(retryDelay(tried, 0.5)).toBe(minutes * 60);
  expect(retryDelay(tried, 0)).toBe(minutes * 48);
  expect(retryDelay(tried, 0.999_999)).toBe(minutes * 72);
});

test("hours in which our own server took nothing make no pause longer, nor does what was tried before a member's word", () => {
  expect(retryDelay({ attempt: 1, ageSeconds: 6 * 3600 }, 0.5)).toBe(300);
  expect(retryDelay({ attempt: 7, ageSeconds: 0 }, 0.5)).toBe(300);
});

test("gives up after four days, and not before", () => {
  expect(givesUp(4 * 24 * 3600 - 1)).toBe(false);
  expect(givesUp(4 * 24 * 3600)).toBe(true);
});
