import { expect, test } from "vitest";
import { addressList } from "@/tests/fuzz/address-list";
import { checkText } from "@/tests/fuzz/check-text";

const size = 50_000;
/** What took seconds once, or would if each was held against each. */
const texts: [string, string][] = [
  ["a list of addresses", addressList],
  ["offices with a number", "Minister\nFax: (82) 2/738-1077\n"],
  [
    "people in a list",
    Array.from({ length: 5000 }, (_, n) => `${n}) Wen ${String.fromCharCode(0x4e00 + n)}`).join("\n"),
  ],
  ["offices in sentences", `${"write to the Minister; fax 1234567, ".repeat(40)}\n`],
  ["copies to one address", "Copies to:a@b.example\n"],
  ["copies, each to another address", Array.from({ length: 3000 }, (_, n) => `Copies to:a${n}@b.example`).join("\n")],
  ["salutations", "Dear Sir\n"],
  ["salutations in Korean", "존경하는 장관님,\n"],
  ["an address that never ends", "وزير C.P. 11000部长Your Excellency,\n一、😀鈥檚"],
  ["lines of one letter", "a\n"],
  ["lines of one capital", "A\n"],
  ["empty lines", "\n"],
  ["lines that go on", "=E2=80=99 word =\n"],
  ["lines of one misread letter", "Ã©\n"],
  ["colons", ":"],
  ["commas", ", "],
  ["blanks", `A${" ".repeat(size - 2)}b`],
];

test.each(texts)("50 kB of nothing but %s are read within 200 ms of the processor", (_, text) => {
  expect(() => checkText(text.repeat(Math.ceil(size / text.length)).slice(0, size))).not.toThrow();
});
