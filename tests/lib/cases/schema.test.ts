import { describe, expect, test } from "vitest";
import type { z } from "zod";
import {
  caseSchema,
  consentSchema,
  personSchema,
  pictureChoiceSchema,
  pictureSchema,
  showsField,
  withdrawSchema,
} from "@/lib/cases/schema";
import { originalSchema } from "@/lib/originals/schema";

/** The faults of what a form sent, as `field: code`. */
function faults(schema: z.ZodType, typed: Record<string, string>): string[] {
  const { error } = schema.safeParse(typed);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("a case", () => {
  const typed = { title: "Taken", country: "CN", summary: "", verifiedBy: "", verifiedOn: "" };

  test("needs a title and a country", () => {
    expect(caseSchema.parse(typed)).toMatchObject({ title: "Taken", verifiedBy: null, verifiedOn: null });
    expect(faults(caseSchema, { ...typed, title: " ", country: "" })).toEqual(["title: required", "country: required"]);
  });

  test("is verified by somebody on a day that has come, or not at all", () => {
    const verified = { ...typed, verifiedBy: "NKHR", verifiedOn: "2026-11-01" };
    expect(caseSchema.parse(verified).verifiedOn).toEqual(new Date("2026-11-01T00:00:00Z"));
    expect(faults(caseSchema, { ...verified, verifiedBy: "" })).toEqual(["verifiedBy: required"]);
    expect(faults(caseSchema, { ...verified, verifiedOn: "" })).toEqual(["verifiedOn: required"]);
    expect(faults(caseSchema, { ...verified, verifiedOn: "2199-01-01" })).toEqual(["verifiedOn: in-future"]);
    expect(faults(caseSchema, { ...verified, verifiedOn: "1 May" })).toEqual(["verifiedOn: invalid"]);
  });
});

describe("a person", () => {
  const typed = { publicName: "", originalScript: "", aliases: "", pronoun: "", age: "unknown", note: "" };

  test("may have no name, and any number of others, one on each line", () => {
    expect(personSchema.parse(typed)).toMatchObject({ publicName: null, aliases: [] });
    expect(personSchema.parse({ ...typed, aliases: " Kim C. \r\n\r\nK. C.\nKim C." }).aliases).toEqual([
      "Kim C.",
      "K. C.",
    ]);
  });

  test.each([
    ["A", "aliases: too-short"],
    ["Kim\nB.", "aliases: too-short"],
    ["a\u202eb", "aliases: unsafe"],
    ["x".repeat(121), "aliases: too-long"],
    [Array.from({ length: 41 }, (_, n) => `Name ${n}`).join("\n"), "aliases: too-many"],
  ])("a name is long enough to be found, and not longer than a name: %j", (aliases, fault) => {
    expect(faults(personSchema, { ...typed, aliases })).toContain(fault);
  });

  test("one Chinese or Korean character may be a name", () => {
    expect(faults(personSchema, { ...typed, publicName: "明", originalScript: "김" })).toEqual([]);
  });
});

describe("a consent", () => {
  const typed = { givenBy: "lawyer", givenOn: "2026-11-01", consentNote: "" };

  test("covers what is ticked, at least one thing", () => {
    expect(consentSchema.parse({ ...typed, coversName: "yes", coversPress: "yes" }).scopes).toEqual(["name", "press"]);
    expect(faults(consentSchema, typed)).toEqual(["covers: choose"]);
    expect(faults(consentSchema, { ...typed, givenOn: "" })).toEqual(["givenOn: required", "covers: choose"]);
    expect(faults(consentSchema, { ...typed, coversName: "yes", givenOn: "2199-01-01" })).toEqual([
      "givenOn: in-future",
    ]);
  });
});

test("withdrawing asks for a reason and for a tick", () => {
  expect(faults(withdrawSchema, { reason: "asked", understood: "yes" })).toEqual([]);
  expect(faults(withdrawSchema, { reason: "asked" })).toEqual(["confirmation: required"]);
  expect(faults(withdrawSchema, { reason: " ", understood: "yes" })).toEqual(["reason: required"]);
});

describe("a picture", () => {
  const person = "0199c0de-0000-7000-8000-000000000001";
  const typed = { file: "1000", credit: "Press office" };

  test("shows people, or says that it shows nobody of the case", () => {
    expect(pictureSchema.parse({ ...typed, [showsField(person)]: "yes" }).shows).toEqual([person]);
    expect(pictureSchema.parse({ ...typed, nobody: "yes" }).shows).toEqual([]);
    expect(faults(pictureSchema, typed)).toEqual(["shows: choose"]);
    expect(faults(pictureSchema, { ...typed, nobody: "yes", [showsField(person)]: "yes" })).toEqual([
      "shows: contradiction",
    ]);
  });

  test("has a file and a credit", () => {
    expect(faults(pictureSchema, { file: "0", credit: "" })).toEqual([
      "file: required",
      "credit: required",
      "shows: choose",
    ]);
    expect(faults(pictureSchema, { ...typed, file: "15728641", nobody: "yes" })).toEqual(["file: too-large"]);
  });

  test("of a campaign is described in every language, once it is chosen", () => {
    const alts = { "alt-en": "A man", "alt-ar": "" };
    expect(pictureChoiceSchema.parse({ picture: "", ...alts })).toEqual({
      pictureId: null,
      alts: { en: "A man", ar: "" },
    });
    expect(faults(pictureChoiceSchema, { picture: person, ...alts })).toEqual(["alt-ar: required"]);
    expect(faults(pictureChoiceSchema, { picture: "x", ...alts })).toEqual(["picture: invalid"]);
  });
});

test("an original is pasted or a file, with lines as they were", () => {
  const line = { originator: "", originatorAt: "", forwarder: "", forwarderAt: "", reference: "" };
  const typed = { ...line, text: "", file: "0", encoding: "gb18030", incidentOn: "", issuedOn: "2002-06-14" };
  expect(originalSchema.parse(typed)).toMatchObject({ encoding: "gb18030", originator: null, incidentOn: null });
  expect(originalSchema.parse({ ...typed, text: "a\r\nb" })).toMatchObject({ text: "a\nb", encoding: "utf-8" });
  expect(faults(originalSchema, { ...typed, text: "a", file: "1" })).toEqual(["file: both"]);
  expect(faults(originalSchema, { ...typed, file: "5242881" })).toEqual(["file: too-large"]);
});
