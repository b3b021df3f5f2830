import fc from "fast-check";
import { expect, test } from "vitest";
import { WordIndex } from "@/lib/importing/recognise/word-index";

const words = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 1 });

test("of sets of words, all that hold some words or lie within them are found", () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), words, (sets, asked) => {
      const index = new WordIndex();
      for (const [number, set] of sets.entries()) index.add(number, set);
      const near = new Set(index.near(asked));
      for (const [number, set] of sets.entries())
        if (set.every((word) => asked.includes(word)) || asked.every((word) => set.includes(word)))
          expect(near).toContain(number);
    }),
  );
});
