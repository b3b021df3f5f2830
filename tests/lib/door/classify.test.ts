import { describe, expect, test } from "vitest";
import { classify, keptQuery } from "@/lib/door/classify";

describe("classify", () => {
  test.each([
    ["/desk", "desk"],
    ["/desk/outbox", "desk"],
    ["/desks", "other"],
    ["/api/v1/appeals/x", "api"],
    ["/_next/static/a.js", "file"],
    ["/fonts/a.woff2", "file"],
    ["/appeals/x", "short"],
    ["/privacy", "short"],
    ["/privacy/x", "other"],
    ["/check/t", "short"],
    ["/confirm/t", "short"],
    ["/mine/t", "short"],
    ["/mine/t/x", "other"],
    ["/embed/x", "short"],
    ["/", "other"],
    ["/xx/appeals/x", "other"],
    ["/robots.txt", "listing"],
    ["/sitemap.xml", "listing"],
    ["/sitemap.xml/x", "other"],
    ["/EN", "other"],
  ])("%s leads to %s", (path, kind) => expect(classify(path).kind).toBe(kind));

  test.each([
    "/en",
    "/ar/appeals/x",
    "/en/appeals/x/sent",
    "/en/appeals/x/text",
    "/en/appeals/x/to/NO",
    "/en/privacy",
    "/ar/status/404",
    "/en/embed/x",
    "/en/embed/x/sent",
    "/en/embed/x/status/409",
  ])("keeps %s", (path) => expect(classify(path)).toMatchObject({ kind: "page", kept: true }));
  test.each([
    "/en/",
    "/en/appeals/x.rsc",
    "/en/appeals/x/y",
    "/en/appeals/x/to/no",
    "/en/appeals/x/to/NOR",
    "/en/mine/t/letter/l/a4.pdf",
    "/en/check/t",
    "/en/confirm/t",
    "/en/mine/t",
    "/en/thanks/t",
    "/en/embed/x/check/t",
    "/en/embed",
  ])("does not keep %s", (path) => expect(classify(path)).toMatchObject({ kind: "page", kept: false }));
  test.each(["/en/appeals/x/picture", "/ar/appeals/x/poster", "/en/appeals/x/qr", "/en/feed/rss", "/sitemap.xml"])(
    "keeps %s, which stands in a line of its own, whatever its query",
    (path) => {
      const place = classify(path);
      expect(place).toMatchObject({ kept: true, drawn: true });
      expect(keptQuery("?v=1&via=a", place)).toBe("");
    },
  );
  test.each(["/en/appeals/x/mastodon", "/en/feed", "/en/feed/rss/x"])("does not keep %s, nor has it a line", (path) =>
    expect(classify(path)).toMatchObject({ kept: false, drawn: false }),
  );
  test("tells the language and what follows it", () =>
    expect(classify("/ar/appeals/x")).toEqual({
      kind: "page",
      locale: "ar",
      rest: "/appeals/x",
      kept: true,
      drawn: false,
    }));
});

describe("keptQuery", () => {
  const appeal = classify("/en/appeals/x");
  test.each([
    ["", ""],
    ["?", ""],
    ["?utm=1&via=amnesty-nl&x=2", "?via=amnesty-nl"],
    ["?via=%3Cscript%3E", ""],
    [`?via=${"a".repeat(41)}`, ""],
    ["?because=draft-expired", ""],
  ])("of %j keeps %j", (query, kept) => expect(keptQuery(query, appeal)).toBe(kept));
  test.each([
    ["?via=a&after=do-not-send-him-back", "?after=do-not-send-him-back"],
    ["?after=%2F..", ""],
    ["?via=a", ""],
  ])("on the page of all appeals, of %j keeps %j", (query, kept) =>
    expect(keptQuery(query, classify("/en"))).toBe(kept),
  );
  test.each([
    ["/en/embed/x", "?via=a&utm=1&theme=moss", "?theme=moss&via=a"],
    ["/en/embed/x", "?theme=%22%3E", ""],
    ["/en/embed/x/check/t", "?change=1&theme=moss", "?theme=moss"],
    ["/en/embed/x/status/409", "?via=a&because=campaign-paused", "?because=campaign-paused&via=a"],
  ])("in a frame, of %s%s keeps %j", (path, query, kept) => expect(keptQuery(query, classify(path))).toBe(kept));
  test("keeps the reason of a status page", () =>
    expect(keptQuery("?via=a&because=draft-expired", classify("/en/status/410"))).toBe("?because=draft-expired"));
});
