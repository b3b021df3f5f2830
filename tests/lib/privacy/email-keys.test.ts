import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { emailKeys, normaliseEmail } from "@/lib/privacy/email-keys";

const [pepper, daily] = [randomBytes(32), randomBytes(32)];

test.each([
  ["Ann@Example.ORG", "ann@example.org"],
  ["ann@BÜCHER.example", "ann@xn--bcher-kva.example"],
  ["ann+appeals@example.org", "ann+appeals@example.org"],
])("%s is compared as %s", (typed, compared) => expect(normaliseEmail(typed)).toBe(compared));

test("the same person is known again in one campaign, and in no other", () => {
  const one = emailKeys("ann@example.org", pepper, daily);
  const again = emailKeys("ANN@Example.org", pepper, daily);
  const elsewhere = emailKeys("ann@example.org", randomBytes(32), daily);
  expect(one.emailKey.equals(again.emailKey)).toBe(true);
  expect(one.emailKey.equals(elsewhere.emailKey)).toBe(false);
  expect(one.domainKey.equals(elsewhere.domainKey)).toBe(false);
});

test("the limit of a day reaches across campaigns, and not into another day", () => {
  const one = emailKeys("ann@example.org", pepper, daily);
  expect(one.limitKey.equals(emailKeys("ann@example.org", randomBytes(32), daily).limitKey)).toBe(true);
  expect(one.limitKey.equals(emailKeys("ann@example.org", pepper, randomBytes(32)).limitKey)).toBe(false);
});

test("a lane names no domain", () => {
  const { lane } = emailKeys("ann@smith-family.example", pepper, daily);
  expect(lane).toMatch(/^[\w-]{16}$/);
  expect(lane).toBe(emailKeys("bob@smith-family.example", pepper, daily).lane);
});
