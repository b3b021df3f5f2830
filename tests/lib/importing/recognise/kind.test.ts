import { expect, test } from "vitest";
import { findKind } from "@/lib/importing/recognise/kind";
import { scanned } from "@/tests/lib/importing/recognise/scanned";

const kindOf = (text: string, passed = false, reference: string | null = null) => {
  const lines = scanned(text);
  const zones = lines.map(() => "appeal" as const);
  return findKind(lines, zones, passed, reference ? { value: reference, lines: [1], confidence: 1 } : null)?.value;
};

test.each([
  ["URGENT ACTION", "urgent_action"],
  ["Eilaktion für einen Bootsmann", "urgent_action"],
  ["نداء عاجل", "urgent_action"],
  ["緊急呼籲", "urgent_action"],
  ["Further information on UA 12/31: the boatman", "further_information"],
  ["Action complémentaire", "further_information"],
  ["Further information on urgent action 12/31\nURGENT ACTION", "further_information"],
  ["Good news: the boatman is home", "outcome"],
  ["STOP ACTION: the boatman", "stop"],
  ["URGENT ACTION\nNo further action is requested.", "stop"],
])("%s: %s", (text, kind) => {
  expect(kindOf(text)).toBe(kind);
});

test.each([
  ["The harbour is urgent business, and its action slow."],
  [`URGENT ACTION ${"x".repeat(200)}`],
  [`${"A line.\n".repeat(14)}URGENT ACTION`],
  ["The result of it was a fine."],
])("%s says of no kind", (text) => {
  expect(kindOf(text)).toBeUndefined();
});

test("what was passed on is forwarded, but a stop stays one", () => {
  expect(kindOf("URGENT ACTION", true)).toBe("forwarded");
  expect(kindOf("A boatman is held.", true)).toBe("forwarded");
  expect(kindOf("STOP ACTION", true)).toBe("stop");
});

test("a reference says what it counts", () => {
  expect(kindOf("A boatman is held.", false, "FUA-03-2031")).toBe("forwarded");
  expect(kindOf("URGENT ACTION", false, "UP-07-2031")).toBe("further_information");
  expect(kindOf("A boatman is held.", false, "UA 12/31")).toBe("urgent_action");
});
