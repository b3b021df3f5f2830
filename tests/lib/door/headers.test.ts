import { expect, test } from "vitest";
import { formLimit, refuseForm } from "@/lib/door/body";
import { commonHeaders, deskPolicy, newNonce, publicPolicy } from "@/lib/door/headers";
import { isOwnOrigin } from "@/lib/door/origin";

const own = "https://appeals.example.org";

test.each([
  ["POST", own, true],
  ["POST", "https://evil.example", false],
  ["POST", "https://appeals.example.org.evil.example", false],
  ["POST", "null", false],
  ["POST", undefined, false],
  ["DELETE", undefined, false],
  ["GET", undefined, true],
  ["HEAD", "https://evil.example", true],
])("%s from %s: %s", (method, origin, allowed) => expect(isOwnOrigin(method, { origin }, own)).toBe(allowed));

const form = "application/x-www-form-urlencoded";
test.each([
  [form, "10", undefined],
  ["Application/X-WWW-Form-Urlencoded; charset=utf-8", undefined, undefined],
  [form, String(formLimit), undefined],
  [form, String(formLimit + 1), 413],
  ["multipart/form-data; boundary=x", "10", 415],
  ["application/json", "10", 415],
  [undefined, "10", 415],
])("a form of type %s and length %s is refused with %s", (type, length, status) =>
  expect(refuseForm({ "content-type": type, "content-length": length })).toBe(status),
);

test("promises https only where there is https", () => {
  expect(commonHeaders(true)).toHaveProperty("strict-transport-security");
  expect(commonHeaders(false)).not.toHaveProperty("strict-transport-security");
});

test("allows nothing inline in public, and the desk's nonce alone", () => {
  expect(publicPolicy()).not.toMatch(/unsafe|nonce|\*|http/);
  expect(publicPolicy()).toContain("frame-ancestors 'none'");
  expect(publicPolicy("example.org")).toMatch(/frame-ancestors example\.org$/);
  expect(deskPolicy("abc", false)).not.toMatch(/script-src[^;]*unsafe/);
  expect(deskPolicy("abc", false)).not.toContain("ws:");
  expect(deskPolicy("abc", true)).toContain("'unsafe-eval'");
  expect(newNonce()).not.toBe(newNonce());
});
