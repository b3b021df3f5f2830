import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "@/lib/accounts/password";

test("a password fits its own hash only", async () => {
  const kept = await hashPassword("correct horse battery staple");
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(kept, "correct horse battery staple")).toBe(true);
  expect(await verifyPassword(kept, "correct horse battery stapler")).toBe(false);
});

test("the same letters fit, however a keyboard composed them", async () => {
  const kept = await hashPassword("Zu\u0308rich am Abend");
  expect(await verifyPassword(kept, "Z\u00fcrich am Abend")).toBe(true);
});

test("without an account the answer is no, after real work", async () => {
  const start = performance.now();
  expect(await verifyPassword(undefined, "wrong")).toBe(false);
  // A hash of 19 MiB takes over ten milliseconds on any machine; a plain "no" takes none.
  expect(performance.now() - start).toBeGreaterThan(3);
});
