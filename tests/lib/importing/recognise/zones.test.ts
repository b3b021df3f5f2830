import { expect, test } from "vitest";
import { findLetters } from "@/lib/importing/recognise/letter";
import { findMailBlocks } from "@/lib/importing/recognise/mail-block";
import { divide, speaksOfForwarding } from "@/lib/importing/recognise/zones";
import { scanned, scannedLine } from "@/tests/lib/importing/recognise/scanned";

const zonesOf = (text: string) => {
  const lines = scanned(text);
  return divide(lines, findLetters(lines), findMailBlocks(lines)).join(" ");
};

test.each([
  [
    "A boatman is held.\n\nSEND APPEALS TO:\nThe Mayor\n\nCOPIES TO:\nThe King",
    "appeal appeal edge targets targets edge copies",
  ],
  ["SEND APPEALS TO:\nThe Mayor\nThank you.\nIda Berg", "edge targets sender sender"],
  ["SEND APPEALS TO:\nThe Mayor\nGeneva, 18 June 2031\nIda Berg", "edge targets sender sender"],
  ["SEND APPEALS TO:\nMayor\nAddress: Road 1\nTown", "edge targets targets targets"],
  ["cc: The Mayor, fax 12", "copies"],
  ["A boatman is held.\n--\nIda Berg", "appeal edge sender"],
  ["SEND APPEALS TO:\n-----\nMayor\n-----\nThe sea was calm.", "edge edge targets edge appeal"],
  ["SEND APPEALS TO:\nMayor\nURGENT ACTION\nA boatman is held.", "edge targets appeal appeal"],
])("%j: %s", (text, zones) => {
  expect(zonesOf(text)).toBe(zones);
});

test("the head of a mail is no part of the appeal, and what passes it on above is a note", () => {
  expect(
    zonesOf(
      "I forward this.\n\nFrom: Ida Berg <ida@x.example>\nSubject: The boatman\nDate: 1 June 2031\n\nA boatman is held.",
    ),
  ).toBe("note note mail mail mail appeal appeal");
});

test("a letter keeps its lines whatever stands in it", () => {
  const zones = zonesOf(
    "Dear Minister,\n\nI write to you because a boatman was taken from the harbour in the night.\n\nYours sincerely,\n\nSEND APPEALS TO:\nThe Mayor",
  );
  expect(zones).toMatch(/^letter letter letter letter letter .*edge targets$/);
});

test.each([["We are forwarding this appeal from Harbour Watch.", true]])("%s passes on: %s", (text, is) => {
  expect(speaksOfForwarding(scannedLine(text))).toBe(is);
});
