import { expect, test } from "vitest";
import { checkText } from "@/tests/fuzz/check-text";

const size = 50_000;
const list = Array.from(
  { length: 400 },
  (_, n) => `${n + 1}. Mr. Tomás Okello ${"abcdefghij"[n % 10]}ra
Minister of Letters ${n}
${n} Weavers' Road
Port Meridian 1${n}
KENYA
Tel: +254 20 555 ${1000 + n}
Fax: +254 20 556 ${1000 + n}
E-mail: office${n}@letters${n}.example
`,
).join("\n");

/** What took seconds once, or would if each was held against each. */
const texts: [string, string][] = [
  ["a list of addresses", list],
  ["offices with a number", "Minister\nFax: (82) 2/738-1077\n"],
  [
    "people in a list",
    Array.from({ length: 5000 }, (_, n) => `${n}) Wen ${String.fromCharCode(0x4e00 + n)}`).join("\n"),
  ],
  ["offices in sentences", `${"write to the Minister; fax 1234567, ".repeat(40)}\n`],
  ["salutations", "Dear Sir\n"],
  ["salutations in Korean", "존경하는 장관님,\n"],
  ["lines of one letter", "a\n"],
  ["lines of one capital", "A\n"],
  ["empty lines", "\n"],
  ["lines that go on", "=E2=80=99 word =\n"],
  ["colons", ":"],
  ["commas", ", "],
  ["blanks", `A${" ".repeat(size - 2)}b`],
];

test.each(texts)("50 kB of nothing but %s are read within 200 ms of the processor", (_, text) => {
  expect(() => checkText(text.repeat(Math.ceil(size / text.length)).slice(0, size))).not.toThrow();
});
