import { createHmac } from "node:crypto";
import { deriveKey, prepare } from "@/lib/privacy/sealing";
import { ownPassages } from "./own-share";

/** How many hashes a sketch has at most, and how long each is: 384 bytes. */
const hashes = 64;
const hashBytes = 6;

/** The key of a campaign's sketches. @param data the key that seals its rows */
export function sketchKey(data: Buffer): Buffer {
  return deriveKey("sketches", data);
}

/**
 * What a text is known again by: of the passages that stand in none of the examples the smallest keyed hashes (bottom-k
 * MinHash), rising, each once. Empty where its writer added nothing.
 * @param known the passages of the examples
 */
export function makeSketch(text: string, known: Set<string>, key: Buffer): number[] {
  const prepared = prepare(key);
  const all = ownPassages(text, known).map((passage) =>
    createHmac("sha256", prepared).update(passage).digest().readUIntBE(0, hashBytes),
  );
  return [...new Set(all)].toSorted((one, other) => one - other).slice(0, hashes);
}

export function packSketch(sketch: number[]): Buffer {
  const bytes = Buffer.alloc(sketch.length * hashBytes);
  for (const [at, hash] of sketch.entries()) bytes.writeUIntBE(hash, at * hashBytes, hashBytes);
  return bytes;
}

export function unpackSketch(bytes: Buffer): number[] {
  return Array.from({ length: bytes.length / hashBytes }, (_, at) => bytes.readUIntBE(at * hashBytes, hashBytes));
}

/**
 * How alike the own passages of two texts are, from 0 to 1: an estimate of those in both over those in either. Walks the smallest
 * of both once, from the smallest up: a check page does it 512 times.
 */
export function likeness(one: number[], other: number[]): number {
  let [at, its, walked, shared] = [0, 0, 0, 0];
  while (walked < hashes && (at < one.length || its < other.length)) {
    const mine = one[at] ?? Infinity;
    const yours = other[its] ?? Infinity;
    if (mine === yours) shared += 1;
    if (mine <= yours) at += 1;
    if (yours <= mine) its += 1;
    walked += 1;
  }
  return walked === 0 ? 0 : shared / walked;
}

/** How many letters must be alike before one is called near: who types what one person wrote learns nothing about them. */
const fewest = 3;

/** How near a text is to letters that were sent: as near as the third nearest of them. */
export function nearness(sketch: number[], sent: number[][]): number {
  if (sketch.length === 0) return 0;
  const near = sent.map((other) => likeness(sketch, other)).toSorted((one, other) => other - one);
  return near[fewest - 1] ?? 0;
}
