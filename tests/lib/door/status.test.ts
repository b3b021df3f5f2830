import { describe, expect, test } from "vitest";
import { fallbackPage } from "@/lib/door/fallback";
import { isReason, nearestCode, statusCodes, takeStatus } from "@/lib/door/status";
import { locales } from "@/lib/locales";

const page = (head: string, body = "") => `<html><head>${head}</head><body>${body}</body></html>`;

describe("takeStatus", () => {
  test.each([
    ['<meta name="status" content="410"/>', 410],
    ["<META content='404' name=status>", 404],
    ['<meta name="status" content="999"/>', 200],
    ['<meta name="status" content="x"/>', 200],
  ])("takes out %s", (meta, status) =>
    expect(takeStatus(page(`<title>a</title>${meta}<meta name="viewport" content="b"/>`))).toEqual({
      html: page('<title>a</title><meta name="viewport" content="b"/>'),
      status,
    }),
  );
  test("looks in the head only", () => {
    const html = page("<title>a</title>", '<meta name="status" content="410"/>');
    expect(takeStatus(html)).toEqual({ html, status: 200 });
  });
});

test.each([
  [404, 404],
  [401, 400],
  [451, 400],
  [502, 500],
  [503, 503],
])("the page for %i is that for %i", (status, code) => expect(nearestCode(status)).toBe(code));

test("knows which refusals have their own words", () => {
  expect([isReason("draft-expired"), isReason("home"), isReason("toString")]).toEqual([true, false, false]);
});

test("has bare words for every status in every language", () => {
  for (const locale of locales)
    for (const code of statusCodes) expect(fallbackPage(code, locale)).toMatch(/<h1>[^<]{5,}<\/h1><p>[^<]{12,}<\/p>/);
});
