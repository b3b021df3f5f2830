import { expect, test } from "vitest";
import { type KeptVersion, returningVersions } from "@/lib/letters/returning-versions";

const version = (key: string, ids: string[]): KeptVersion => ({
  key,
  name: key,
  recipients: ids.map((id) => ({ id, name: `Office ${id}` })),
});

const present = (...ids: string[]) =>
  ids.map((id): [string, { id: string; name: string; doNotContact: boolean }] => [
    id,
    { id, name: `Office ${id}`, doNotContact: false },
  ]);

test("earlier versions come back, each recipient in one; what nobody would get stays out", () => {
  const merged = { id: "a", name: "Office a", doNotContact: false };
  const became = new Map([...present("a", "b"), ["old", merged] as const]);
  const rows = [version("one", ["a"]), version("two", ["old", "b"]), version("three", ["gone"])];
  expect(returningVersions(rows, became)).toEqual({
    versions: [
      { key: "one", name: "one", recipients: ["a"] },
      { key: "two", name: "two", recipients: ["b"] },
    ],
    notBack: [
      { name: "Office old", why: "merged", into: "Office a" },
      { name: "Office gone", why: "gone" },
      { name: "three", why: "version" },
    ],
  });
});
