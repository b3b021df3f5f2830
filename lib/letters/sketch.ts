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
 * MinHash), rising. Empty where its writer added nothing.
 */
export function makeSketch(text: string, examples: string[], key: Buffer): number[] {
  const prepared = prepare(key);
  const all = ownPassages(text, examples).map((passage) =>
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

/** How alike the own passages of two texts are, from 0 to 1: an estimate of those in both over those in either. */
export function likeness(one: number[], other: number[]): number {
  const both = new Set(other);
  const shared = new Set(one.filter((hash) => both.has(hash)));
  const smallest = [...new Set([...one, ...other])].toSorted((a, b) => a - b).slice(0, hashes);
  if (smallest.length === 0) return 0;
  return smallest.filter((hash) => shared.has(hash)).length / smallest.length;
}

/** How many letters must be alike before one is called near: who types what one person wrote learns nothing about them. */
const fewest = 3;

/** How near a text is to letters that were sent: as near as the third nearest of them. */
export function nearness(sketch: number[], sent: number[][]): number {
  if (sketch.length === 0) return 0;
  const near = sent.map((other) => likeness(sketch, other)).toSorted((one, other) => other - one);
  return near[fewest - 1] ?? 0;
}
