import { describe, expect, test } from "vitest";
import { appealTextSchema, limits, makeSlug, newCampaignSchema, settingsSchema } from "@/lib/campaigns/schema";

const problems = (schema: typeof newCampaignSchema | typeof settingsSchema | typeof appealTextSchema, input: unknown) =>
  Object.fromEntries(schema.safeParse(input).error?.issues.map(({ path, message }) => [path[0], message]) ?? []);

test.each([
  ["Where is Çelik’s daughter?", "where-is-celiks-daughter"],
  ["  Do NOT send — him back!  ", "do-not-send-him-back"],
  ["Straße nach Köln", "strasse-nach-koln"],
  ["لا تعيدوه", ""],
  ["不要遣返 Kim", "kim"],
  ["long words ".repeat(9), "long-words-long-words-long-words-long-words-long-words-long"],
  ["---", ""],
])("the address of %j is %j", (title, slug) => {
  expect(makeSlug(title)).toBe(slug);
});

test("an address made from any title is one the form takes", () => {
  for (const title of ["x".repeat(500), "a-".repeat(40), "É è ß ﬁ ½ ２"]) {
    expect(makeSlug(title)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
    expect(makeSlug(title).length).toBeLessThanOrEqual(limits.slug);
  }
});

describe("a new campaign", () => {
  const form = {
    title: "Free him",
    language: "en",
    kind: "stop",
    slug: "",
    case: "new",
    caseTitle: "He",
    country: "TR",
  };

  test("takes a new case with its title and country, or one that exists", () => {
    expect(newCampaignSchema.parse(form)).toEqual(form);
    expect(problems(newCampaignSchema, { ...form, case: "an-id", caseTitle: "", country: "" })).toEqual({});
    expect(problems(newCampaignSchema, { ...form, caseTitle: " ", country: "" })).toEqual({
      caseTitle: "required",
      country: "required",
    });
  });

  test.each([
    ["title", "  ", "required"],
    ["title", "x".repeat(161), "too-long"],
    ["title", "Free\u202ehim", "unsafe"],
    ["language", "xx", "invalid"],
    ["language", "", "required"],
    ["kind", "war", "required"],
    ["slug", "Free-Him", "form"],
    ["slug", "free--him", "form"],
    ["slug", "-free", "form"],
    ["slug", "../x", "form"],
    ["slug", "x".repeat(81), "too-long"],
  ])("refuses %s %j as %s", (field, value, code) => {
    expect(problems(newCampaignSchema, { ...form, [field]: value })).toEqual({ [field]: code });
  });
});

describe("settings", () => {
  const form = { seen: "", slug: "free-him", kind: "stop", defaultLanguage: "en", disclosureFull: "yes" };

  test("make one moment of day, time and zone", () => {
    const typed = { ...form, deadlineDate: "2027-06-30", deadlineTime: "18:00", deadlineZone: "Asia/Shanghai" };
    expect(settingsSchema.parse(typed)).toMatchObject({
      deadlineAt: new Date("2027-06-30T10:00:00Z"),
      deadlineZone: "Asia/Shanghai",
    });
    expect(settingsSchema.parse({ ...typed, deadlineTime: "" }).deadlineAt).toEqual(new Date("2027-06-30T15:59:00Z"));
    expect(settingsSchema.parse({ ...typed, deadlineDate: "", deadlineTime: "" })).toMatchObject({
      deadlineAt: null,
      deadlineZone: null,
    });
  });

  test("list what signers may let recipients know", () => {
    expect(settingsSchema.parse({ ...form, disclosureCounted: "yes" }).disclosures).toEqual(["full", "counted"]);
  });

  test("say nothing where nothing was typed", () => {
    const empty = { ...form, followsId: "", distribution: "", permittedBy: "", permittedOn: "", goal: " " };
    expect(settingsSchema.parse(empty)).toMatchObject({
      followsId: null,
      distribution: null,
      permittedBy: "",
      permittedAt: null,
      goal: null,
    });
  });

  test.each([
    [{ goal: "0" }, { goal: "number" }],
    [{ goal: "1.5" }, { goal: "number" }],
    [{ goal: "999999999999" }, { goal: "number" }],
    [{ permittedBy: "his family" }, { permittedOn: "required" }],
    [{ permittedOn: "2026-01-01" }, { permittedBy: "required" }],
    [{ deadlineTime: "18:00", deadlineZone: "UTC" }, { deadlineDate: "required" }],
    [{ deadlineDate: "2027-06-30" }, { deadlineZone: "required" }],
    [{ drip: "yes" }, { drip: "no-deadline" }],
    [{ disclosureFull: undefined }, { disclosures: "required" }],
    [{ whenAmbiguous: "guess" }, { whenAmbiguous: "required" }],
    [
      { deadlineDate: "2027-06-30", deadlineTime: "25:00", deadlineZone: "Mars/Base" },
      { deadlineTime: "invalid", deadlineZone: "invalid" },
    ],
    [{ deadlineDate: "2027-02-30", deadlineZone: "UTC" }, { deadlineDate: "invalid" }],
    [{ permittedBy: "his family", permittedOn: "2027-13-01" }, { permittedOn: "invalid" }],
    [{ distribution: "everybody" }, { distribution: "invalid" }],
    [{ followsId: "that one" }, { followsId: "invalid" }],
  ])("refuse %j", (typed, wanted) => {
    expect(problems(settingsSchema, { ...form, ...typed })).toEqual(wanted);
  });
});

test("a text keeps its paragraphs, whatever ended its lines, and refuses what turns it around", () => {
  const form = { language: "ar", title: "لا", summary: "one\r\n\r\ntwo\rthree " };
  expect(appealTextSchema.parse(form)).toMatchObject({ summary: "one\n\ntwo\nthree", body: "", request: "" });
  expect(problems(appealTextSchema, { ...form, body: "a\u202eb", notice: "\u0000" })).toEqual({
    body: "unsafe",
    notice: "unsafe",
  });
});
