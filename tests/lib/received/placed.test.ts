import { expect, test } from "vitest";
import { draftFields } from "@/lib/received/draft-fields";
import { merged } from "@/lib/received/merged";
import { placed } from "@/lib/received/placed";
import { toLines } from "@/lib/importing/to-lines";
import type { Draft } from "@/lib/importing/schema";
import { appealText, draftOf } from "@/tests/received";

function contentOf(change: Partial<Draft> = {}) {
  const draft = draftOf(change);
  const { fields, traces } = draftFields(draft);
  const { lines } = toLines(appealText);
  return {
    text: appealText,
    lines,
    name: "",
    others: [],
    draft,
    undone: [],
    read: fields,
    fields,
    traces,
    touched: "",
  };
}

/** What is refused when a line is used as something. */
function refused(from: number, as: string, content = contentOf()) {
  try {
    placed(content, { from, to: from, as });
    return null;
  } catch (error) {
    return (error as { issues: { path: string[]; message: string }[] }).issues[0];
  }
}

test("requests are added to, other fields are filled anew", () => {
  const content = placed(contentOf(), { from: 14, to: 14, as: "requests" });
  expect(content.fields.requests?.split("\n")).toEqual([
    "Please tell his family where he is.",
    "Close the <b>secret</b> prison.",
    "Let him go home.",
  ]);
  expect(placed(content, { from: 3, to: 4, as: "title" }).fields.title).toBe(
    "Harbour Watch Appeal HW 17/2031 URGENT ACTION: the teacher Benedek Zsoldos",
  );
});

test("several paragraphs stay paragraphs in a text, and go from where they were", () => {
  const content = placed(contentOf(), { from: 12, to: 14, as: "background" });
  expect(content.fields.background).toMatch(/^I write because[^\n]*\n\nLet him go home\.$/);
  expect(content.fields.body).toBe("");
});

test("a number of an embassy is read as one of the country it stands in", () => {
  const content = contentOf();
  content.fields["recipient-r1-office"] = "Ambassador of Hungary in Seoul";
  content.lines.push({ numbers: [99], depth: 0, text: "Fax: 02-738-1046", blank: false });
  const { fields } = placed(content, { from: 99, to: 99, as: "address:r1" });
  expect(Object.values(fields)).toContain("+8227381046");
});

test("an unknown use, a recipient that is not there and no words are refused at their fields", () => {
  expect(refused(4, "slug")).toMatchObject({ path: ["$as"], message: "required" });
  expect(refused(4, "address:r9")).toMatchObject({ path: ["$as"] });
  expect(refused(400, "title")).toMatchObject({ path: ["$from"], message: "no-words" });
  expect(refused(1, "not-recipient")).toMatchObject({ path: ["$as"], message: "no-recipient" });
});

test.each(["recipient", "person"])("a line longer than a %s has for it is refused, not cut", (as) => {
  const text = `The teacher ${"of the harbour school ".repeat(30)}`;
  expect(refused(1, as, { ...contentOf(), text, lines: toLines(text).lines })).toMatchObject({
    path: ["$as"],
    message: "too-long",
  });
});

test("read again, what a member changed stays and the rest is as it is read now", () => {
  const before = contentOf();
  const changed = { ...before, fields: { ...before.fields, title: "Mine", "recipient-r1-office": "My office" } };
  const again = merged(changed, contentOf({ title: "Another", reference: "HW 18", persons: [] }));
  expect(again.fields).toMatchObject({
    title: "Mine",
    reference: "HW 18",
    "recipient-r1-office": "My office",
    "recipient-r1-holder": "Imre Vadas",
  });
  expect(Object.keys(again.fields).filter((name) => name.startsWith("person-"))).toEqual([]);
});

test("rows that a member changed stay when the appeal is read with others", () => {
  const before = contentOf();
  const changed = { ...before, fields: { ...before.fields, "recipient-r1-office": "My office" } };
  const again = merged(changed, contentOf({ recipients: [] }));
  expect(again.fields["recipient-r1-office"]).toBe("My office");
  expect(again.fields["recipient-r1-a1-value"]).toBe("minister@interior.example.org");
  expect(merged(before, contentOf({ recipients: [] })).fields["recipient-r1-office"]).toBeUndefined();
});
