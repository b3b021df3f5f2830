import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetKept, keep, keyOf, readKept, sortKept } from "@/enhance/kept";

const key = keyOf("mori");
const day = 86_400_000;
const first = new Date("2026-11-01T10:00:00Z");

function memory(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (name) => items.get(name) ?? null,
    key: (at) => [...items.keys()][at] ?? null,
    removeItem: (name) => void items.delete(name),
    setItem: (name, value) => void items.set(name, value),
  };
}

let store = memory();

beforeEach(() => {
  store = memory();
  vi.useFakeTimers({ now: first });
});
afterEach(() => void vi.useRealTimers());

function write(basis: string, texts: Record<string, string>): void {
  keep(store, key, { basis, texts, person: null });
}

function sorted(basis: string, fields: string[]) {
  const kept = readKept(store, key);
  return kept && sortKept(kept, basis, fields);
}

test("a letter gets back what was written into it", () => {
  write("en 1", { body: "Changed.", "body.v": "Changed, too.", ownWords: "Mine." });
  const all = { body: "Changed.", "body.v": "Changed, too.", ownWords: "Mine." };
  expect(sorted("en 1", ["body", "body.v", "ownWords"])).toEqual({ texts: all, others: [] });
});

test("another letter gets only words of one's own, and the rest to read", () => {
  write("en 1", { body: "His name.", ownWords: "Mine." });
  expect(sorted("en 2", ["body", "ownWords"])).toEqual({ texts: { ownWords: "Mine." }, others: ["His name."] });
});

test("a text whose field has gone is there to read", () => {
  write("en 1", { body: "Changed.", "body.v": "Of a version.", ownWords: "Mine." });
  expect(sorted("en 1", ["body"])).toEqual({ texts: { body: "Changed." }, others: ["Of a version.", "Mine."] });
});

test("what was written in one language outlives writing in another one", () => {
  write("fr", { body: "Autrement.", ownWords: "Mine." });
  write("en", { body: "Otherwise." });
  expect(sorted("fr", ["body", "ownWords"])).toEqual({
    texts: { body: "Autrement.", ownWords: "Mine." },
    others: ["Otherwise."],
  });
});

test("a text that is the sample again is kept no longer", () => {
  write("en", { body: "Otherwise.", ownWords: "Mine." });
  write("en", { ownWords: "" });
  expect(sorted("en", ["body", "ownWords"])).toEqual({ texts: { ownWords: "" }, others: [] });
});

test("thirty days count from the first day, however often it is written on", () => {
  write("en", { ownWords: "Mine." });
  vi.setSystemTime(first.getTime() + 29 * day);
  write("en", { ownWords: "Mine, and more." });
  expect(readKept(store, key)?.at).toBe(first.getTime());
  vi.setSystemTime(first.getTime() + 30 * day);
  expect(readKept(store, key)).toBeNull();
});

test("what is over is forgotten, and what is too old or not ours to read; nothing else", () => {
  write("en", { ownWords: "Mine." });
  const kept = store.getItem(key) ?? "";
  store.setItem(keyOf("other"), kept);
  store.setItem(keyOf("old"), JSON.stringify({ at: 0, ownWords: "", bodies: {} }));
  store.setItem(keyOf("strange"), "{");
  store.setItem("elsewhere", "stays");
  forgetKept(store, "mori");
  expect([store.getItem(key), store.getItem(keyOf("old")), store.getItem(keyOf("strange"))]).toEqual([
    null,
    null,
    null,
  ]);
  expect([store.getItem(keyOf("other")), store.getItem("elsewhere")]).toEqual([kept, "stays"]);
});
