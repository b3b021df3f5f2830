import { describe, expect, test } from "vitest";
import { mergeFields } from "@/lib/letters/compose";
import { sampleLetterSchema, previewLetter } from "@/lib/letters/schema";
import { holdsFields, listMissing, missingFields, templateFault } from "@/lib/letters/template";

describe("a locked part of a letter", () => {
  test.each([
    "",
    "Dear Sir,",
    "{{salutation}}\n\nI write to you.",
    "{{ name }}, {{country}}",
    "To {{office}}, {{holder}}",
    "{ {name} }",
    "{name}",
    "100 % & <b>",
    "{{name}}{{name}}",
  ])("may be %j", (template) => expect(templateFault(template)).toBeNull());

  test.each([
    ["{{foo}}", "unknown-field:foo"],
    ["{{name}} and {{ Name }}", "unknown-field:Name"],
    ["{{constructor}}", "unknown-field:constructor"],
    ["{{name.length}}", "unknown-field:name.length"],
    ["{{.}}", "unknown-field:."],
    ["{{#name}}x{{/name}}", "plain-fields-only:{{#name}}"],
    ["a {{^name}}x{{/name}}", "plain-fields-only:{{^name}}"],
    ["{{{name}}}", "plain-fields-only:{{{name}}}"],
    ["{{&name}}", "plain-fields-only:{{&name}}"],
    ["{{>name}}", "plain-fields-only:{{>name}}"],
    ["{{! nobody reads this }}", "plain-fields-only:{{! nobody reads this }}"],
    ["{{=<% %>=}}<%name%>", "plain-fields-only:{{=<% %>=}}"],
    ["{{name", "open-field"],
    ["{{name}", "open-field"],
    ["name}}", "open-field"],
    ["{{}}", "open-field"],
    ["{{ }}", "open-field"],
    ["{{#name}}", "open-field"],
    ["{{/name}}", "open-field"],
  ])("must not be %j", (template, fault) => expect(templateFault(template)).toBe(fault));

  test("may use every field there is", () => {
    for (const field of mergeFields) expect(templateFault(`{{${field}}}`), field).toBeNull();
  });
});

test("a body that would hold fields is found", () => {
  expect(holdsFields("I ask you, {{name}}")).toBe(true);
  expect(holdsFields("I ask you {kindly}.")).toBe(false);
});

test("what is missed in a letter", () => {
  const letter = { opening: "", body: "{{name}} {{salutation}}", closing: "" };
  expect(missingFields(letter)).toEqual(["salutation", "name"]);
  expect(missingFields({ ...letter, opening: "{{ salutation }}", closing: "{{name}}" })).toEqual([]);
});

describe("requests", () => {
  const letter = { opening: "{{salutation}}", body: "I ask you not to\nsend him “back”.", closing: "Let them go." };
  test.each([
    [[], []],
    [["I ask you not to send him “back”."], []],
    [['i ask you NOT to   send him "back".', "let them go"], []],
    [["Let them go.", "Free them."], ["Free them."]],
  ])("%j", (requests, missing) => expect(listMissing(requests, letter)).toEqual(missing));
});

describe("the form of a sample letter", () => {
  const form = {
    language: "en",
    subject: " To {{office}} ",
    opening: "{{salutation}}\r\n",
    body: "I ask you.\r\n\r\nPlease.",
    closing: "{{name}}",
    requests: "I ask you.\n\n  Please.  \n",
    ownWordsPrompt: "",
  };

  test("comes out trimmed, with one request a line", () => {
    expect(sampleLetterSchema.parse(form)).toEqual({
      ...form,
      version: "",
      seen: "",
      subjects: [],
      facts: [],
      subject: "To {{office}}",
      opening: "{{salutation}}",
      body: "I ask you.\n\nPlease.",
      requests: ["I ask you.", "Please."],
    });
  });

  test.each([
    [{ subject: "  " }, "subject", "required"],
    [{ subject: "{{foo}}" }, "subject", "unknown-field:foo"],
    [{ subject: "a".repeat(201) }, "subject", "too-long"],
    [{ subject: "a\nb" }, "subject", "unsafe"],
    [{ opening: "{{foo}}" }, "opening", "unknown-field:foo"],
    [{ closing: "{{#name}}{{/name}}" }, "closing", "plain-fields-only:{{#name}}"],
    [{ body: "" }, "body", "required"],
    [{ body: "{{name}}" }, "body", "no-fields"],
    [{ body: "turned \u202e round" }, "body", "unsafe"],
    [{ requests: "Free him." }, "requests", "not-in-letter:Free him."],
    [{ requests: "I ask you.\n".repeat(11) }, "requests", "too-many"],
    [{ requests: "a".repeat(501) }, "requests", "too-long"],
    [{ language: "English" }, "language", "invalid"],
  ])("%j is refused", (change, field, message) => {
    const { error } = sampleLetterSchema.safeParse({ ...form, ...change });
    expect(error?.issues[0]).toMatchObject({ path: [field], message });
  });
});

describe("the preview", () => {
  const values = { salutation: "Your Excellency,", office: "the Minister", holder: "", name: "Marta", country: "Peru" };

  test("is the letter as it would leave", () => {
    const typed = { subject: "To {{office}}", opening: "{{salutation}}", body: "{{name}} asks.", closing: "{{name}}" };
    const preview = previewLetter(typed, values, "I teach.");
    expect(preview?.letter.text).toBe("Your Excellency,\n\n{{name}} asks.\n\nI teach.\n\nMarta");
    expect(preview?.letter.subject).toBe("To the Minister");
    expect(preview?.missing).toEqual([]);
  });

  test("is none while a field is half typed", () => {
    expect(previewLetter({ opening: "{{sal" }, values, "")).toBeNull();
    expect(previewLetter({ opening: "{{sal}}" }, values, "")).toBeNull();
  });
});
