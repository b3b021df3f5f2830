import { describe, expect, test } from "vitest";
import { newMemberSchema, setUpSchema, signInSchema } from "@/lib/accounts/schema";

const form = { organisation: " Rights ", name: "Änne", email: "anne@example.org", password: "twelve chars" };
const problem = (input: unknown) =>
  setUpSchema.safeParse(input).error?.issues.map((issue) => [issue.path[0], issue.message]);

describe("the set-up form", () => {
  test("takes what a person would type, trimmed", () => {
    expect(setUpSchema.parse(form)).toEqual({ ...form, organisation: "Rights" });
  });

  test.each([
    ["organisation", "   ", "required"],
    ["organisation", "x".repeat(161), "too-long"],
    ["name", "Ann\u202eexe", "unsafe"],
    ["name", "Ann\r\nBcc: all", "unsafe"],
    ["name", "Ann\ud800", "unsafe"],
    ["name", "Ann\u0000", "unsafe"],
    ["email", "a@b@c.org", "email"],
    ["email", "group: a@b.org;", "email"],
    ["email", `${"a".repeat(250)}@b.org`, "too-long"],
    ["password", "", "required"],
    ["password", "eleven char", "too-short"],
    ["password", "x".repeat(201), "too-long"],
    ["password", undefined, "required"],
  ])("refuses %s %j as %s", (field, value, code) => {
    expect(problem({ ...form, [field]: value })?.[0]).toEqual([field, code]);
  });
});

test("signing in asks only what a password may be at most", () => {
  expect(signInSchema.safeParse({ email: "a@b.org", password: "x" }).success).toBe(true);
  expect(signInSchema.safeParse({ email: "a@b.org", password: "x".repeat(201) }).success).toBe(false);
});

test("a member needs one of the four roles", () => {
  expect(newMemberSchema.safeParse({ email: "a@b.org", role: "king" }).error?.issues[0]?.message).toBe("role");
});
