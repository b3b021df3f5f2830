import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { passagesOf } from "@/lib/letters/own-share";
import { likeness, makeSketch, nearness, packSketch, unpackSketch } from "@/lib/letters/sketch";

const key = randomBytes(32);
const sample = "I write to you about a man who was taken from the consulate. I ask you not to send him back.";
const known = passagesOf([sample]);
const grandmother = "My grandmother fled across that river in 1951, and she never saw her brothers again.";
const sketchOf = (text: string, with_ = key) => makeSketch(text, known, with_);

/** A text of so many invented words. */
const invented = (words: number) => Array.from({ length: words }, () => randomBytes(4).toString("hex")).join(" ");

test("a sketch is small, the same for the same words, and comes back from its bytes", () => {
  const long = invented(3000);
  const sketch = sketchOf(long);
  expect(sketch).toHaveLength(64);
  expect(packSketch(sketch)).toHaveLength(384);
  expect(unpackSketch(packSketch(sketch))).toEqual(sketch);
  expect(sketchOf(long.toUpperCase())).toEqual(sketch);
});

test("under another key it is another one: nothing can be compared across campaigns", () => {
  expect(likeness(sketchOf(grandmother), sketchOf(grandmother, randomBytes(32)))).toBe(0);
});

test("the sample is nobody's own", () => {
  expect(sketchOf(sample)).toEqual([]);
  expect(likeness(sketchOf(`${sample}\n\n${grandmother}`), sketchOf(grandmother))).toBeGreaterThan(0.8);
});

test("likeness is about how much two texts share", () => {
  const [shared, mine, yours] = [invented(400), invented(400), invented(400)];
  const near = likeness(sketchOf(`${shared} ${mine}`), sketchOf(`${shared} ${yours}`));
  expect(near, "a third of all").toBeGreaterThan(0.12);
  expect(near).toBeLessThan(0.6);
  expect(likeness(sketchOf(mine), sketchOf(yours))).toBe(0);
  expect(likeness([], [])).toBe(0);
});

test("one letter, or two, make none near: who guesses what somebody wrote learns nothing", () => {
  const mine = sketchOf(grandmother);
  const others = [sketchOf(invented(30)), sketchOf(invented(30))];
  expect(nearness(mine, [mine, mine, ...others])).toBe(0);
  expect(nearness(mine, [mine, mine, mine, ...others])).toBe(1);
  expect(nearness([], [mine, mine, mine])).toBe(0);
});
