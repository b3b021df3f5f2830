import { describe, expect, test } from "vitest";
import { englishNames } from "@/lib/english-names";
import { clockIn, countryName, formatDeadline, instantIn, languageName, listCountries, listZones } from "@/lib/format";
import { offeredLanguages } from "@/lib/letters/languages";

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
  ["ko", "Korean"],
  ["zh-TW", "Chinese (Taiwan)"],
  // An office may have no language yet, and a row of old data anything.
  ["", ""],
  ["not a code", "not a code"],
])("the language %j is called %j", (code, name) => {
  expect(languageName(code, "en")).toBe(name);
});

// A newer Node may know newer names: then the table is to be made anew, for the desk reads from it alone.
test("the English names are those of Node, for all countries and all languages a letter is offered in", () => {
  const regions = new Intl.DisplayNames(["en"], { type: "region" });
  const languages = new Intl.DisplayNames(["en"], { type: "language" });
  for (const [code, name] of Object.entries(englishNames.countries)) expect(name, code).toBe(regions.of(code));
  for (const [code, name] of Object.entries(englishNames.languages)) expect(name, code).toBe(languages.of(code));
  expect(Object.keys(englishNames.countries)).toHaveLength(listCountries("en").length);
  expect(Object.keys(englishNames.languages)).toEqual(expect.arrayContaining([...offeredLanguages]));
});

test("a browser that knows fewer names says the same", () => {
  const original = Intl.DisplayNames;
  // Chromium has no name for Dzongkha, and another one for Hong Kong.
  const fewer = class extends original {
    override of(code: string): string {
      return code;
    }
  };
  try {
    Object.assign(Intl, { DisplayNames: fewer });
    expect([languageName("dz", "en"), countryName("HK", "en")]).toEqual(["Dzongkha", "Hong Kong SAR China"]);
  } finally {
    Object.assign(Intl, { DisplayNames: original });
  }
});

test.each([
  ["en", "Asia/Shanghai", { date: "30 June 2027", time: "18:00", zone: "China Standard Time" }],
  ["ko", "Asia/Seoul", { date: "2027년 6월 30일", time: "오후 7:00", zone: "한국 표준시" }],
  ["ar", "Europe/Oslo", { date: "30 يونيو 2027", time: "12:00 م", zone: "توقيت وسط أوروبا" }],
  ["en", "UTC", { date: "30 June 2027", time: "10:00", zone: "UTC" }],
])("a deadline in %s names the zone %s as a reader of it does", (language, zone, words) => {
  expect(formatDeadline({ at: new Date("2027-06-30T10:00:00Z"), zone }, language)).toEqual(words);
});
