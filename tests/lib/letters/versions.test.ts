import { v4 as uuidv4 } from "uuid";
import { expect, test } from "vitest";
import { bodyOf, pickSample, subjectOf, versionOf } from "@/lib/letters/versions";

const letter = (version: string, language: string) => ({ version, language, body: `${version} ${language}` });
const samples = [letter("", "en"), letter("", "ar"), letter("v", "en")];

test.each([
  ["", "en", " en"],
  ["v", "en", "v en"],
  ["v", "ar", " ar"],
  ["v", "fr", " en"],
  ["gone", "ar", " ar"],
])("of version %j in %j", (version, language, body) =>
  expect(pickSample(samples, { version, language, fallback: "en" }).body).toBe(body),
);

test("a recipient stands in its version, or with all others", () => {
  const standing = [{ recipientId: "one", key: "v" }];
  expect(versionOf(standing, "one")).toBe("v");
  expect(versionOf(standing, "other")).toBe("");
});

test("the same submission always carries the same subject; many carry all of them about as often", () => {
  const three = { subject: "a", subjects: ["b", "c"] };
  const counts = { a: 0, b: 0, c: 0 };
  for (let n = 0; n < 3000; n += 1) {
    const id = uuidv4();
    const subject = subjectOf(three, id);
    expect(subjectOf(three, id)).toBe(subject);
    counts[subject as keyof typeof counts] += 1;
  }
  for (const count of Object.values(counts)) expect(Math.abs(count - 1000)).toBeLessThan(150);
  expect(subjectOf({ subject: "only", subjects: [] }, uuidv4())).toBe("only");
});

const sample = (version: string, language = "en") => ({ version, language, body: "sample" });

test("each version carries its own text, changed or not", () => {
  const own = { body: "mine", bodies: { v: "mine for v" }, bodyLanguage: "en", writing: "edit" } as const;
  expect(bodyOf(own, sample(""))).toBe("mine");
  expect(bodyOf(own, sample("v"))).toBe("mine for v");
  expect(bodyOf(own, sample("w"))).toBe("sample");
  expect(bodyOf({ ...own, writing: "paragraph" }, sample("")), "only added to").toBe("sample");
  expect(bodyOf({ ...own, writing: "own" }, sample("v")), "all one's own").toBe("mine");
});

test("a text in one language never goes into a letter in another", () => {
  const own = {
    body: "我的信",
    bodies: { v: "给大使", ":ko": "제 편지" },
    bodyLanguage: "zh-Hans",
    writing: "edit",
  } as const;
  expect(bodyOf(own, sample("", "zh-Hans"))).toBe("我的信");
  expect(bodyOf(own, sample("v", "zh-Hans"))).toBe("给大使");
  expect(bodyOf(own, sample("", "ko"))).toBe("제 편지");
  expect(bodyOf(own, sample("v", "ko"))).toBe("sample");
  expect(bodyOf(own, sample("", "en"))).toBe("sample");
});
