import { expect, test } from "vitest";
import { draftBasis } from "@/lib/letters/draft-basis";

const revision = { id: "1", sampleLetters: [{ body: "Free him." }, { body: "Libérez-le." }] };
const basis = draftBasis(revision, "en", "edit");

test.each([
  ["another revision", draftBasis({ ...revision, id: "2" }, "en", "edit")],
  ["another language", draftBasis(revision, "fr", "edit")],
  ["another way of writing", draftBasis(revision, "en", "own")],
  ["a name taken out", draftBasis({ ...revision, sampleLetters: [{ body: "Free her." }] }, "en", "edit")],
])("%s is another letter", (_what, other) => expect(other).not.toBe(basis));

test("the order in which samples are read says nothing", () => {
  const turned = { ...revision, sampleLetters: revision.sampleLetters.toReversed() };
  expect(draftBasis(turned, "en", "edit")).toBe(basis);
});
