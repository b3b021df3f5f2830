import { expect, test } from "vitest";
import { readTables } from "@/lib/importing/recognise/tables";

const read = (text: string) =>
  readTables(text.split("\n").map((line, at) => ({ numbers: [at + 1], depth: 0, text: line, blank: line === "" }))).map(
    ({ text: line, numbers }) => `${numbers.join()} ${line}`.trim(),
  );

test("each row under a head of labels is a block of its own", () => {
  expect(
    read("Office | Fax | E-mail\n---|---|---\nMayor | +44 1 | m@x.example\nKing | | k@x.example\nThe end."),
  ).toEqual([
    "1",
    "3",
    "3 Office: Mayor",
    "3 Fax: +44 1",
    "3 E-mail: m@x.example",
    "4",
    "4 Office: King",
    "4 E-mail: k@x.example",
    "5 The end.",
  ]);
});

test("bars at both ends, a cell that is no label, a row with more cells than the head", () => {
  expect(read("| Name | Fax | Notes |\n| Ida Berg | +44 1 | polite |\n| A | +44 2 | b | c |")).toEqual([
    "1",
    "2",
    "2 Name: Ida Berg",
    "2 Fax: +44 1",
    "2 polite",
    "3",
    "3 Name: A",
    "3 Fax: +44 2",
    "3 b",
    "3 c",
  ]);
});

test.each([
  "Office | Name\nMayor | Ida Berg",
  "Fax | and | other | things\na | b | c | d",
  "a | b\nc | d",
  `Office | Fax${" | x".repeat(12)}\nMayor | +44 1`,
  "|||\n|",
])("%s stays as it is", (text) => {
  expect(read(text)).toEqual(text.split("\n").map((line, at) => `${at + 1} ${line}`.trim()));
});

test("a line without bars ends the table", () => {
  expect(read("Office | Fax\nMayor | +44 1\nThank you.\nMayor | +44 1").slice(-2)).toEqual([
    "3 Thank you.",
    "4 Mayor | +44 1",
  ]);
});
