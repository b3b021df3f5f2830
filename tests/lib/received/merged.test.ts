import { expect, test } from "vitest";
import { draftFields } from "@/lib/received/draft-fields";
import { merged } from "@/lib/received/merged";
import type { ReceivedContent } from "@/lib/received/schema";
import type { Draft } from "@/lib/importing/schema";
import { draftOf } from "@/tests/received";

function contentOf(draft: Draft, typed: Record<string, string> = {}): ReceivedContent {
  const { fields, traces } = draftFields(draft);
  const begun = { text: "", lines: [], name: "", others: [], undone: [], shape: 1, touched: "" };
  return { ...begun, draft, read: fields, fields: { ...fields, ...typed }, traces };
}

const person = (name: string) => ({ name, lines: [4], confidence: 0.9 });
const [minister] = draftOf().recipients;
if (!minister) throw new Error("the draft has no recipient");
const warning = (code: string) => ({ code, values: {}, lines: [] });
const decided = { "person-p1-fate": "no", "recipient-r1-becomes": "leave" };

test("what was decided of somebody stays with who it was", () => {
  expect(merged(contentOf(draftOf(), decided), contentOf(draftOf())).fields).toMatchObject(decided);
});

test("what was decided is nobody else's who has come to stand there", () => {
  const now = draftOf({
    persons: [person("Ilka Zsoldos")],
    recipients: [{ ...minister, name: "Ilka Zsoldos", office: null, confidence: 0.5 }],
  });
  expect(merged(contentOf(draftOf(), decided), contentOf(now)).fields).toMatchObject({
    "person-p1-fate": "",
    "person-p1-name": "Ilka Zsoldos",
    "recipient-r1-becomes": "",
  });
});

test("another address makes another recipient of it", () => {
  const addresses = minister.addresses.map((one) => ({ ...one, value: `x${one.value}` }));
  const now = draftOf({ recipients: [{ ...minister, addresses }] });
  expect(merged(contentOf(draftOf(), decided), contentOf(now)).fields["recipient-r1-becomes"]).toBe("new");
});

test("a tick stays with its warning", () => {
  const before = contentOf(draftOf({ warnings: [warning("no-letter"), warning("no-closing")] }), {
    "warning-w1-done": "yes",
  });
  const now = contentOf(draftOf({ warnings: [warning("no-person"), warning("no-letter")] }));
  expect(merged(before, now).fields).toMatchObject({ "warning-w1-done": "", "warning-w2-done": "yes" });
});
