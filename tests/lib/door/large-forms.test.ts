import { expect, test } from "vitest";
import { asksFirst, isFormTooLarge } from "@/lib/door/large-forms";

const megabyte = 1024 * 1024;
const of = (length: number) => ({ "content-length": String(length) });

test.each([
  ["/desk/campaigns/new", megabyte, false],
  ["/desk/campaigns/new", megabyte + 1, true],
  ["/desk/cases/1/pictures/new", 15.9 * megabyte, false],
  ["/desk/cases/1/pictures/new", 16 * megabyte + 1, true],
  ["/desk/cases/1/pictures/new/more", 2 * megabyte, true],
  ["/desk/campaigns/1/original", 5.5 * megabyte, false],
  ["/desk/campaigns/1/original", 7 * megabyte, true],
  ["/desk/campaigns/paste/1", 5.5 * megabyte, false],
  ["/desk/campaigns/paste/1", 7 * megabyte, true],
  ["/desk/recipients/import", 21 * megabyte, false],
  ["/desk/embassies/import", 15 * megabyte, false],
  ["/desk/embassies/import", 16 * megabyte + 1, true],
  ["/api/auth/callback/credentials", 128 * 1024, false],
  ["/api/auth/callback/credentials", 128 * 1024 + 1, true],
])("%s takes %d bytes, or not: %s", (path, length, tooLarge) => {
  expect(isFormTooLarge(path, of(length))).toBe(tooLarge);
});

test("a form that does not say how large it is is not read", () => {
  expect(isFormTooLarge("/desk/cases/1/pictures/new", { "transfer-encoding": "chunked" })).toBe(true);
  expect(isFormTooLarge("/desk/cases", {})).toBe(false);
});

test.each([
  ["/desk/sign-in", 1000, undefined],
  ["/desk/sign-in", 200_000, { act: undefined }],
  ["/desk/campaigns/1/original", 200_000, { act: "campaigns.edit" }],
  ["/desk/cases/1/pictures/new", 200_000, { act: "cases.edit" }],
  ["/desk/recipients/import", 200_000, { act: "recipients.manage" }],
  ["/desk/recipients/import", 1000, undefined],
  ["/desk/embassies/import", 200_000, { act: "campaigns.edit" }],
])("%s of %d bytes asks first for: %j", (path, length, asked) => {
  expect(asksFirst(path, of(length))).toEqual(asked);
});
