import { expect, test } from "vitest";
import { findLetters } from "@/lib/importing/recognise/letter";
import { findSubject, isSubject } from "@/lib/importing/recognise/subject";
import { divide } from "@/lib/importing/recognise/zones";
import { scanned, scannedLine } from "@/tests/lib/importing/recognise/scanned";

const subjectOf = (text: string) => {
  const lines = scanned(text);
  const letters = findLetters(lines);
  return findSubject(lines, divide(lines, letters, []), letters[0])?.value ?? null;
};
const letter = (inside: string) =>
  `${inside}\n\nI write to you because a boatman was taken from the harbour in the night.\n\nYours sincerely,\n`;

test.each([
  [`Subject: The boatman\n\n${letter("Dear Minister,")}`, "The boatman"],
  [`Betreff: Der Bootsmann\n\n${letter("Sehr geehrter Herr Minister,")}`, "Der Bootsmann"],
  [letter("Dear Minister,\n\nRe: The boatman of the harbour"), "The boatman of the harbour"],
  [letter("Dear Minister,\n\nNIGER: The boatman of the harbour"), "NIGER: The boatman of the harbour"],
  [letter("Dear Minister,\n\nTHE BOATMAN OF THE HARBOUR"), "THE BOATMAN OF THE HARBOUR"],
])("%s: %s", (text, subject) => {
  expect(subjectOf(text)).toBe(subject);
});

test.each([
  [letter("Dear Minister,")],
  [letter("Dear Minister,\n\nI write about a boatman")],
  [letter("Dear Minister,\n\nThe boatman of the harbour is held.")],
  [`Subject: ${"x".repeat(300)}\n\n${letter("Dear Minister,")}`],
])("%s has none", (text) => {
  expect(subjectOf(text)).toBeNull();
});

test.each([
  ["Subject: The boatman", true],
  ["Subject:", false],
  ["The subject of this letter: a boatman", false],
  ["", false],
])("%j is a line of a subject: %s", (text, is) => {
  expect(isSubject(scannedLine(text))).toBe(is);
});
