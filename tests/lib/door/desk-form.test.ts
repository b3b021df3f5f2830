import { expect, test } from "vitest";
import { isDeskFormTooLarge } from "@/lib/door/body";

const megabyte = 1024 * 1024;

test.each([
  ["/desk/campaigns/new", megabyte, false],
  ["/desk/campaigns/new", megabyte + 1, true],
  ["/desk/cases/1/pictures/new", 15.9 * megabyte, false],
  ["/desk/cases/1/pictures/new", 16 * megabyte + 1, true],
  ["/desk/cases/1/pictures/new/more", 2 * megabyte, true],
  ["/desk/campaigns/1/original", 5.5 * megabyte, false],
  ["/desk/campaigns/1/original", 7 * megabyte, true],
])("%s takes %d bytes, or not: %s", (path, length, tooLarge) => {
  expect(isDeskFormTooLarge(path, { "content-length": String(length) })).toBe(tooLarge);
});

test("a form that does not say how large it is is not read", () => {
  expect(isDeskFormTooLarge("/desk/cases/1/pictures/new", { "transfer-encoding": "chunked" })).toBe(true);
  expect(isDeskFormTooLarge("/desk/cases", {})).toBe(false);
});
