import { v4, v7 } from "uuid";
import { expect, test } from "vitest";
import { makeToken, readToken } from "@/lib/privacy/links";

const id = v7();

test("a link leads back to its row, for its own purpose", () => {
  const token = makeToken("confirm", id);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(readToken("confirm", token)).toBe(id);
  expect(readToken("mine", token)).toBeNull();
  expect(readToken("check", token)).toBeNull();
});

test("a link can be made again, and shows nothing of its row", () => {
  expect(makeToken("mine", id)).toBe(makeToken("mine", id));
  expect(Buffer.from(makeToken("mine", id), "base64url").toString("hex")).not.toContain(id.slice(0, 8));
});

test("no changed or made-up link leads anywhere", () => {
  const token = makeToken("mine", v4());
  for (let at = 0; at < token.length - 1; at += 1) {
    const changed = token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
    expect(readToken("mine", changed), `character ${at}`).toBeNull();
  }
  for (const made of ["", "A".repeat(43), `${token}A`, token.slice(1), `${token.slice(0, 42)}=`, " ".repeat(43)]) {
    expect(readToken("mine", made)).toBeNull();
  }
});
