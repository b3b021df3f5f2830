import { describe, expect, test } from "vitest";
import { clockIn, formatDeadline, instantIn, listZones } from "@/lib/format";

describe("clocks", () => {
  test.each([
    ["UTC", "2027-06-30", "18:00", "2027-06-30T18:00:00.000Z"],
    ["Asia/Shanghai", "2027-06-30", "18:00", "2027-06-30T10:00:00.000Z"],
    ["Asia/Kathmandu", "2027-01-01", "00:00", "2026-12-31T18:15:00.000Z"],
    ["Europe/Berlin", "2027-06-30", "18:00", "2027-06-30T16:00:00.000Z"],
    ["Europe/Berlin", "2027-01-30", "18:00", "2027-01-30T17:00:00.000Z"],
    ["Pacific/Auckland", "2027-01-01", "09:00", "2026-12-31T20:00:00.000Z"],
    // The hour that is skipped in spring, and the one that comes twice in autumn.
    ["Europe/Berlin", "2027-03-28", "02:30", "2027-03-28T01:30:00.000Z"],
    ["Europe/Berlin", "2027-10-31", "02:30", "2027-10-31T00:30:00.000Z"],
  ])("of %s on %s at %s show %s", (zone, date, time, moment) => {
    expect(instantIn(zone, date, time).toISOString()).toBe(moment);
  });

  test.each(["UTC", "Asia/Tehran", "America/St_Johns", "Pacific/Apia"])(
    "of %s tell back what they were set to",
    (zone) => {
      for (const [date, time] of [
        ["2027-01-15", "00:00"],
        ["2027-07-15", "23:59"],
      ] as const) {
        expect(clockIn(zone, instantIn(zone, date, time))).toEqual({ date, time });
      }
    },
  );
});

test("the zones of a country come first", () => {
  expect(listZones("CN").near).toContain("Asia/Shanghai");
  expect(listZones("ZZ").near).toEqual([]);
  expect(listZones("CN").all).toEqual(expect.arrayContaining(["UTC", "Asia/Shanghai", "Europe/Paris"]));
});

test.each([
  ["en", "Asia/Shanghai", { date: "30 June 2027", time: "18:00", zone: "China Standard Time" }],
  ["ko", "Asia/Seoul", { date: "2027년 6월 30일", time: "오후 7:00", zone: "한국 표준시" }],
  ["ar", "Europe/Oslo", { date: "30 يونيو 2027", time: "12:00 م", zone: "توقيت وسط أوروبا" }],
  ["en", "UTC", { date: "30 June 2027", time: "10:00", zone: "UTC" }],
])("a deadline in %s names the zone %s as a reader of it does", (language, zone, words) => {
  expect(formatDeadline({ at: new Date("2027-06-30T10:00:00Z"), zone }, language)).toEqual(words);
});
