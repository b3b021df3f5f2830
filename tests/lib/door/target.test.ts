import { describe, expect, test } from "vitest";
import { pathOf, queryOf, refuseTarget } from "@/lib/door/target";

describe("refuseTarget", () => {
  test.each(["/", "/en", "/en/appeals/a-b_c~d.e?via=x", "/en/appeals/%D9%86%D8%AF", "/en?q=%2F%41", "/a%20b"])(
    "lets %s through",
    (url) => expect(refuseTarget(url)).toBeUndefined(),
  );
  test.each([
    ["", 400],
    ["*", 400],
    ["http://evil.example/", 400],
    ["/\\evil.example", 400],
    ["/a#b", 400],
    ["/a b", 400],
    ["/é", 400],
    ["/\u0000", 400],
    ["/%00", 400],
    ["/en?x=%0d%0a", 400],
    ["/%zz", 400],
    ["/%", 400],
    ["/%E0%A4%A", 400],
    ["/%ff", 400],
    ["//evil.example", 404],
    ["/en//x", 404],
    ["/%2e%2e/", 404],
    ["/en/../desk", 404],
    ["/en/.", 404],
    ["/%64esk", 404],
    ["/en%2fx", 404],
    ["/en%5Cx", 404],
    [`/${"a".repeat(2048)}`, 414],
  ])("refuses %j with %i", (url, status) => expect(refuseTarget(url)).toBe(status));
});

test("splits a target at its first question mark", () => {
  expect([pathOf("/a?b?c"), queryOf("/a?b?c")]).toEqual(["/a", "?b?c"]);
  expect([pathOf("/a"), queryOf("/a")]).toEqual(["/a", ""]);
});
