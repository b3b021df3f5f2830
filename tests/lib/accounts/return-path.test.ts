import { expect, test } from "vitest";
import { deskHome, returnPath, withQuery } from "@/lib/accounts/return-path";

test.each(["/desk/outbox", "/desk/campaigns/0198c0de?state=queued&before=a"])("%s is a page to return to", (path) => {
  expect(returnPath(path)).toBe(path);
});

test.each([
  undefined,
  ["/desk/outbox"],
  "",
  "https://evil.example/desk/",
  "//evil.example",
  "/desk//evil.example",
  "/desk/\\evil.example",
  "/desk/../api",
  "/desk/%2e%2e/api",
  "/desk/./../api",
  "/desk/sign-in?next=/desk/sign-in",
])("%j is not", (path) => {
  expect(returnPath(path)).toBe(deskHome);
});

test("a page keeps the query it was asked for with, and is one to return to", () => {
  const path = withQuery("/desk/campaigns/0198c0de/page", { language: "ar", tag: ["a&b", "c"], none: undefined });
  expect(path).toBe("/desk/campaigns/0198c0de/page?language=ar&tag=a%26b&tag=c");
  expect(returnPath(path)).toBe(path);
  expect(withQuery("/desk/outbox", {})).toBe("/desk/outbox");
});
