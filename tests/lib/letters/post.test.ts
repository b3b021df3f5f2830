import { describe, expect, test } from "vitest";
import { paperSize } from "@/lib/letters/paper-size";
import { postTime } from "@/lib/letters/post-time";

test.each([
  ["US", "us-letter"],
  ["CA", "us-letter"],
  ["MX", "us-letter"],
  ["PH", "us-letter"],
  ["CL", "us-letter"],
  ["CO", "us-letter"],
  ["FR", "a4"],
  ["BR", "a4"],
  ["KR", "a4"],
])("people in %s print on %s", (country, size) => expect(paperSize(country)).toBe(size));

describe("the time a letter by post takes", () => {
  const now = new Date("2030-06-01T12:00:00Z");
  const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
  const fits = (from: string, to: string, days: number) => postTime(from, to, { now, deadline: inDays(days) }).fits;

  test.each([
    ["KR", "KR", "inland"],
    ["FR", "DE", "near"],
    ["FR", "CN", "far"],
    ["CA", "US", "far"],
    ["", "FR", "far"],
  ])("from %j to %s is %s", (from, to, reach) => {
    expect(postTime(from, to, { now, deadline: null })).toEqual({ reach, fits: "open" });
  });

  test("is held against the deadline", () => {
    expect(fits("FR", "CN", 21)).toBe("in-time");
    expect(fits("FR", "CN", 20)).toBe("may-be-late");
    expect(fits("FR", "CN", 7)).toBe("may-be-late");
    expect(fits("FR", "CN", 6)).toBe("too-late");
    expect(fits("FR", "FR", 7)).toBe("in-time");
    expect(fits("FR", "CN", -1)).toBe("too-late");
  });
});
