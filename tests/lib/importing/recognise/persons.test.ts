import { expect, test } from "vitest";
import { findPersons } from "@/lib/importing/recognise/persons";
import type { Zone } from "@/lib/importing/recognise/zones";
import { scanned } from "@/tests/lib/importing/recognise/scanned";

const personsIn = (text: string, zone: Zone = "appeal", others: string[] = []) => {
  const lines = scanned(text);
  return findPersons(
    lines,
    lines.map(() => zone),
    others,
  ).map(({ name }) => name);
};

test.each([
  ["The boatman Tomás Okello (m), aged 41, is held.", ["Tomás Okello"]],
  ["Teacher Ida Berg (f) and Teacher Ana Mamani (f) are held.", ["Ida Berg", "Ana Mamani"]],
  ["1) Mr. Tomás Okello, 64\n2) Ida Berg (f)", ["Tomás Okello", "Ida Berg"]],
  ["Name of victim: Tomás Okello and Ida Berg", ["Tomás Okello", "Ida Berg"]],
  ["We fear for Mr. Tomás Okello tonight.", ["Tomás Okello"]],
  ["Tomás Okello was arrested. Tomás Okello (m) is held.", ["Tomás Okello"]],
])("%s", (text, names) => {
  expect(personsIn(text)).toEqual(names);
});

test.each([
  "The harbour (m) is grey.",
  "Harbour Rights Commission (HRC)",
  "Minister Mr. President of the Republic, 64",
  "On 3 May, 41 boats left.",
])("%s names nobody", (text) => {
  expect(personsIn(text)).toEqual([]);
});

test.each(["targets", "copies", "sender", "mail"] as const)("nobody of a part %s is at risk", (zone) => {
  expect(personsIn("1) Tomás Okello (m), aged 41", zone)).toEqual([]);
});

test("who holds an office that is written to is nobody at risk", () => {
  expect(personsIn("Mr. Tomás Okello received us. Ida Berg (f) is held.", "appeal", ["Tomás Okello"])).toEqual([
    "Ida Berg",
  ]);
});

test("a list of the living is not without end", () => {
  const letters = "ABCDEFGHIJ".split("");
  const many = letters.flatMap((one) =>
    letters.map((other) => `${one}ara ${other}ello${one.toLowerCase()} (m), aged 41`),
  );
  expect(personsIn(many.join("\n"))).toHaveLength(60);
});
