import { describe, expect, test } from "vitest";
import { limits, signerSchema } from "@/lib/signatures/schema";

const typed = { name: "Ann Example", email: "ann@example.org", country: "FR", body: "I ask.", disclosure: "full" };

function codeFor(field: string, value: string): string | undefined {
  const { error } = signerSchema.safeParse({ ...typed, [field]: value });
  return error?.issues.find(({ path }) => path[0] === field)?.message;
}

test("what a person types comes back tidied, and what they left out is off", () => {
  expect(signerSchema.parse({ ...typed, name: "  Ann\u00a0Example ", body: "One\r\ntwo\r\n" })).toEqual({
    ...typed,
    name: "Ann\u00a0Example",
    body: "One\ntwo",
    bodies: {},
    ownWords: "",
    originalName: "",
    profession: "",
    writing: "edit",
    replyConsent: false,
    newsConsent: false,
    publicNameConsent: false,
  });
});

describe("a name", () => {
  test.each([
    ["a line break", "Ann\r\nBcc: all@example.org"],
    ["a null character", "Ann\0"],
    ["a lone surrogate", "Ann \ud800"],
    ["text turned around", "Ann \u202egnp"],
    ["an isolate", "Ann \u2066x\u2069"],
    ["a line separator", "Ann\u2028x"],
    ["a mark of direction", "Ann \u200fx"],
    ["a space of no width", "\u200bAnn"],
    ["a blank letter", "\u3164"],
  ])("with %s is refused", (_what, name) => expect(codeFor("name", name)).toBe("unsafe"));

  test.each(["O’Brien", "Nguyễn Thị", "محمد رضا", "김민수", "नेहा", "می‌خواهم", "👩‍🏫 Ann"])("%s is a name", (name) =>
    expect(codeFor("name", name)).toBeUndefined(),
  );

  test.each(["Visit http://evil.example/win", '"Evil" <x@example.org>', "ann@example.org"])(
    "%s would pass for an address in the head of a mail",
    (name) => expect(codeFor("name", name)).toBe("address"),
  );

  test.each(["---", "1234", "🌻"])("%s is nobody's", (name) => expect(codeFor("name", name)).toBe("no-letters"));

  test("ends where it is too long", () => {
    expect(codeFor("name", "x".repeat(limits.name))).toBeUndefined();
    expect(codeFor("name", "x".repeat(limits.name + 1))).toBe("too-long");
    expect(codeFor("name", " \u3000 ")).toBe("required");
  });
});

describe("an address", () => {
  test.each([
    "ann@example.org@evil.test",
    "ann@@example.org",
    "Friends: ann@example.org;",
    "ann@example.org, bob@example.org",
    '"ann smith"@example.org',
    "ann(me)@example.org",
    "Ann <ann@example.org>",
    "ann@localhost",
    "@example.org",
    "ann@",
  ])("%s is not one mailbox", (email) => expect(codeFor("email", email)).toBe("email"));

  test("with a line break is refused before anything else", () =>
    expect(codeFor("email", "ann@example.org\r\nBcc: x@example.org")).toBe("unsafe"));
});

describe("a letter", () => {
  test("may have lines and tabs, but no other control character and nothing that turns text around", () => {
    expect(codeFor("body", "One\n\ttwo")).toBeUndefined();
    expect(codeFor("body", "One\u0007")).toBe("unsafe");
    expect(codeFor("ownWords", "One\u202e")).toBe("unsafe");
    expect(codeFor("body", "x".repeat(limits.body + 1))).toBe("too-long");
  });
});

test("a made-up choice is none", () => expect(codeFor("disclosure", "everything")).toBe("required"));
