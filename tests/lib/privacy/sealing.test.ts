import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { deriveKey, newWrappedKey, seal, unseal, UnreadableKey, unwrapKey } from "@/lib/privacy/sealing";

const key = randomBytes(32);

describe("what is sealed", () => {
  test("opens under its own key and context alone", () => {
    const sealed = seal(key, "صباح, 좋은 아침", "submission:1");
    expect(unseal(key, sealed, "submission:1").toString()).toBe("صباح, 좋은 아침");
    expect(() => unseal(key, sealed, "submission:2")).toThrow(/authenticate/);
    expect(() => unseal(randomBytes(32), sealed, "submission:1")).toThrow(/authenticate/);
  });

  test("shows no change unpunished", () => {
    const sealed = seal(key, "words", "here");
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(key, changed, "here"), `byte ${at}`).toThrow(/authenticate/);
    }
    expect(() => unseal(key, sealed.subarray(0, 10), "here")).toThrow(/./);
  });

  test("looks different each time", () => {
    expect(seal(key, "same", "same").equals(seal(key, "same", "same"))).toBe(false);
  });
});

test("a campaign's key is wrapped for that campaign", () => {
  const wrapped = newWrappedKey("one");
  expect(unwrapKey(wrapped, "one")).toHaveLength(32);
  expect(() => unwrapKey(wrapped, "another")).toThrow(UnreadableKey);
});

test("each purpose has a key of its own", () => {
  expect(deriveKey("one").equals(deriveKey("one"))).toBe(true);
  expect(deriveKey("one").equals(deriveKey("other"))).toBe(false);
});
