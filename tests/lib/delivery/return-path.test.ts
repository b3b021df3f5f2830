import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { makeReturnPath, readReturnPath, type Returned } from "@/lib/delivery/return-path";

beforeAll(() => {
  process.env.BOUNCE_ADDRESS = "appeals-desk-bounces@example.org";
});

const letter = (): Returned => ({ table: "letters", id: uuidv7() });

test("names a letter or a mail, in 64 octets at most, whatever became of its case", () => {
  for (const table of ["letters", "mails"] as const) {
    const about = { table, id: uuidv7() };
    const path = makeReturnPath(about) ?? "";
    expect(path).toMatch(/^appeals-desk-bounces\+[lm][a-z2-7]{42}@example\.org$/);
    expect(path.lastIndexOf("@")).toBe(64);
    for (const back of [path, path.toUpperCase(), path.replace(/\+\w{20}/, (part) => part.toUpperCase())]) {
      expect(readReturnPath(back)).toEqual(about);
    }
  }
});

test("does not tell when a letter was made", () => {
  const [one, other] = [letter(), letter()].map((about) => makeReturnPath(about) ?? "");
  const [start, end] = ["appeals-desk-bounces+l".length, "appeals-desk-bounces+l".length + 12];
  expect(one?.slice(start, end)).not.toBe(other?.slice(start, end));
});

test("a token with any letter changed, of the other kind, cut or lengthened is none of ours", () => {
  const path = makeReturnPath(letter()) ?? "";
  const [from, to] = [path.indexOf("+") + 1, path.lastIndexOf("@")];
  // The last letter carries three bits and two that mean nothing.
  for (let place = from; place < to - 1; place += 1) {
    const changed = path[place] === "a" ? "b" : "a";
    expect(readReturnPath(path.slice(0, place) + changed + path.slice(place + 1))).toBeNull();
  }
  const token = path.slice(from + 1, to);
  for (const forged of [`m${token}`, `l${token.slice(1)}`, `l${token}a`, `l${"a".repeat(42)}`, "", token]) {
    expect(readReturnPath(`appeals-desk-bounces+${forged}@example.org`)).toBeNull();
  }
  expect(readReturnPath("appeals-desk-bounces@example.org")).toBeNull();
  expect(readReturnPath("")).toBeNull();
});
