import { encode } from "next-auth/jwt";
import { expect, test } from "vitest";
import { openSession, sealSession, sessionCookie } from "@/lib/accounts/session-token";

const id = "0198c0de-0000-7000-8000-000000000001";

test("a token carries the session's id, unreadable to its bearer", async () => {
  const token = await sealSession(id);
  expect(token).not.toContain(id);
  expect(await openSession(token)).toBe(id);
});

test.each([
  ["nonsense", "nonsense"],
  ["empty parts", "...."],
  ["five strange parts", "a.b.c.d.e"],
  ["a header that is no JSON", `${Buffer.from("{").toString("base64url")}.b.c.d.e`],
])("%s is no session", async (_what, token) => {
  expect(await openSession(token)).toBeNull();
});

test("a token of another installation, or one that is too old, is no session", async () => {
  expect(await openSession(await encode({ token: { sessionId: id }, secret: "another-secret-0123" }))).toBeNull();
  const secret = process.env.AUTH_SECRET ?? "";
  expect(await openSession(await encode({ token: { sessionId: id }, secret, maxAge: -60 }))).toBeNull();
  expect(await openSession(await encode({ token: { sub: id }, secret }))).toBeNull();
});

test("the cookie is out of reach of scripts and other sites", () => {
  expect(sessionCookie().options).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/" });
});
