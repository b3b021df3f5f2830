import { expect, test } from "vitest";
import { knownPassages } from "@/lib/letters/known-passages";
import { passagesOf } from "@/lib/letters/own-share";

const body = "I write to you about a man who was taken from the consulate. I ask you not to send him back.";
const revision = (id: string, ...bodies: string[]) => ({ id, sampleLetters: bodies.map((one) => ({ body: one })) });

test("the examples of a revision are cut once, and anew as soon as one of them reads otherwise", () => {
  const known = knownPassages(revision("one", body));
  expect(known).toEqual(passagesOf([body]));
  expect(knownPassages(revision("one", body))).toBe(known);
  const without = body.replace("a man", "somebody");
  expect(knownPassages(revision("one", without))).toEqual(passagesOf([without]));
  expect(knownPassages(revision("one", without, body))).toEqual(passagesOf([without, body]));
});

test("those of the eight revisions that were needed last are kept", () => {
  const kept = knownPassages(revision("often", body));
  const rare = knownPassages(revision("rare", body));
  for (let other = 0; other < 7; other += 1) {
    knownPassages(revision(`other-${other}`, body));
    expect(knownPassages(revision("often", body))).toBe(kept);
  }
  expect(knownPassages(revision("rare", body))).not.toBe(rare);
});
