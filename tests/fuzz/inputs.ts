import fc from "fast-check";
import { pieces, samples } from "./samples";

type Change = { at: number; length: number; with: string };

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(40),
  with: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12, unit: "binary" })),
});

/**
 * Texts of up to `size` UTF-16 code units: appeals with pieces changed, pieces in any order, any signs at all, and one small thing
 * many times over, which is what makes an expression run away.
 */
export function texts(size: number): fc.Arbitrary<string> {
  return fc
    .oneof(
      { weight: 5, arbitrary: changed(size) },
      { weight: 3, arbitrary: mixed(size) },
      { weight: 1, arbitrary: any(size) },
      { weight: 1, arbitrary: repeated(size) },
    )
    .map((text) => text.slice(0, size));
}

function changed(size: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(fc.constantFrom(...samples), { minLength: 1, maxLength: 3 }), fc.array(change, { maxLength: 12 }))
    .map(([chosen, changes]) => {
      const text = changes.reduce(apply, chosen.join("\n\n"));
      return size > 2000 ? text.repeat(Math.ceil(size / Math.max(1, text.length))) : text;
    });
}

function apply(text: string, { at, length, with: piece }: Change): string {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + piece + text.slice(from + length);
}

function mixed(size: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pieces), { maxLength: 300 }).map((chosen) => {
    const text = chosen.join("");
    return size > 2000 ? text.repeat(Math.ceil(size / Math.max(1, text.length))) : text;
  });
}

function any(size: number): fc.Arbitrary<string> {
  const maxLength = Math.min(size, 2000);
  return fc.oneof(
    fc.string({ maxLength, unit: "grapheme" }),
    fc.string({ maxLength, unit: "binary" }),
    fc.string({ maxLength, unit: "binary-ascii" }),
  );
}

function repeated(size: number): fc.Arbitrary<string> {
  const piece = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), {
    minLength: 1,
    maxLength: 4,
  });
  return fc.tuple(piece, fc.string({ maxLength: 3 })).map(([parts, end]) => {
    const part = parts.join("") || "a";
    return part.repeat(Math.ceil(size / part.length)).slice(0, size - end.length) + end;
  });
}
