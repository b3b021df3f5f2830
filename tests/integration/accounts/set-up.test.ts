import { beforeEach, describe, expect, test } from "vitest";
import { findMember } from "@/lib/accounts/access";
import { addMember } from "@/lib/accounts/add-member";
import { ensureFirstOwner } from "@/lib/accounts/first-owner";
import { makeSetUpLink } from "@/lib/accounts/set-up-link";
import { findSetUpRefusal, setUp } from "@/lib/accounts/set-up";
import { signIn } from "@/lib/accounts/sign-in";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { makeOrganisation, makeWorld } from "@/tests/factories";
import { makeMember } from "@/tests/members";

const input = { organisation: "Letters", name: "Amal", email: "Amal@Example.org", password: "correct horse battery" };

beforeEach(async () => {
  await db().$executeRaw`truncate organisations, accounts, installation cascade`;
});

async function makeToken(): Promise<string> {
  const link = await makeSetUpLink();
  expect(link).toMatch(/^http:\/\/appeals\.test\/desk\/set-up\/[\w-]{43}$/);
  return link?.split("/").at(-1) ?? "";
}

describe("the set-up link", () => {
  test("makes organisation, account and owner, once", async () => {
    const token = await makeToken();
    expect(await findSetUpRefusal(token)).toBeNull();
    const accountId = await setUp({ ...input, token });
    const member = await db().member.findFirstOrThrow({ include: { organisation: true, account: true } });
    expect(member).toMatchObject({ accountId, role: "owner", organisation: { name: "Letters" } });
    expect(member.account.email).toBe("amal@example.org");
    expect((await db().installation.findFirstOrThrow()).setUpAt).not.toBeNull();
    await expect(setUp({ ...input, token })).rejects.toThrow(new Refusal("set-up-done"));
    expect(await findSetUpRefusal(token)).toBe("set-up-done");
    expect(await makeSetUpLink()).toBeNull();
    expect(await signIn({ email: input.email, password: input.password, network: "n" })).toBeTruthy();
  });

  test("two people with it at once: one becomes the owner", async () => {
    const token = await makeToken();
    const all = await Promise.allSettled(["a@b.org", "c@d.org"].map((email) => setUp({ ...input, email, token })));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().account.count()).toBe(1);
  });

  test.each(["", "wrong", "x".repeat(43), "x".repeat(100_000)])("a wrong token opens nothing", async (token) => {
    await makeToken();
    await expect(setUp({ ...input, token })).rejects.toThrow(new Refusal("link-unknown"));
    expect(await db().account.count()).toBe(0);
  });

  test("a fresh one ends the one before", async () => {
    const first = await makeToken();
    const second = await makeToken();
    expect(await findSetUpRefusal(first)).toBe("link-unknown");
    expect(await findSetUpRefusal(second)).toBeNull();
  });

  test("is not kept readably", async () => {
    const token = await makeToken();
    const { setUpKey } = await db().installation.findFirstOrThrow();
    expect(Buffer.from(setUpKey ?? []).toString("latin1")).not.toContain(token);
  });
});

describe("the demo's organisation", () => {
  test("is taken over and renamed when it is the only one", async () => {
    const { organisation, campaign } = await makeWorld();
    await setUp({ ...input, token: await makeToken() });
    expect(await db().organisation.findMany()).toMatchObject([{ id: organisation.id, name: "Letters" }]);
    expect(await db().member.findFirst()).toMatchObject({ organisationId: campaign.organisationId });
  });

  test("is left alone when somebody works in it", async () => {
    const organisation = await makeOrganisation({ name: "Others" });
    await makeMember(organisation, { role: "analyst" });
    await setUp({ ...input, token: await makeToken() });
    expect((await db().organisation.findMany()).map(({ name }) => name).toSorted()).toEqual(["Letters", "Others"]);
  });
});

describe("an owner from the environment", () => {
  test("is made once, and there is no link then", async () => {
    expect(await ensureFirstOwner()).toBe("unset");
    Object.assign(env(), { OWNER_EMAIL: "owner@ngo.test", OWNER_PASSWORD: "a long enough password" });
    expect((await Promise.all([ensureFirstOwner(), ensureFirstOwner()])).toSorted()).toEqual(["made", "there"]);
    expect(await makeSetUpLink()).toBeNull();
    expect(await signIn({ email: "owner@ngo.test", password: "a long enough password", network: "n" })).toBeTruthy();
    Object.assign(env(), { OWNER_EMAIL: undefined, OWNER_PASSWORD: undefined });
  });
});

describe("npm run member", () => {
  const member = { email: "new@ngo.test", password: "a long enough password" };

  test("makes the first owner and an organisation", async () => {
    const added = await addMember({ ...member, role: "owner", organisation: "Letters" });
    expect(added).toEqual({ organisation: "Letters", newOrganisation: true, newAccount: true, newMember: true });
    const again = await addMember({ ...member, role: "owner", password: "another password" });
    expect(again).toMatchObject({ newAccount: false, newMember: false });
    expect(await db().auditEvent.findMany({ orderBy: { id: "asc" } })).toMatchObject([
      { action: "members.add", reason: "owner", accountId: null, subjectType: "member" },
      { action: "account.change-password", accountId: null, subjectType: "account" },
    ]);
    expect(await db().mail.findMany()).toMatchObject([{ kind: "account_notice", staffAddress: member.email }]);
  });

  test("makes no other role of the last owner, and leaves an event when it changes one", async () => {
    await addMember({ ...member, role: "owner" });
    const less = { ...member, role: "analyst", password: "another password" } as const;
    await expect(addMember(less)).rejects.toThrow(new Refusal("last-owner"));
    expect(await db().member.findFirst()).toMatchObject({ role: "owner" });
    expect(await signIn({ ...member, network: "n" })).toBeTruthy();
    await addMember({ ...member, email: "other@ngo.test", role: "owner" });
    await addMember(less);
    const { id: subjectId } = await db().member.findFirstOrThrow({ where: { role: "analyst" } });
    const where = { action: "members.change-role" };
    expect(await db().auditEvent.findMany({ where })).toMatchObject([{ subjectId, reason: "owner to analyst" }]);
  });

  test("two owners who are made less at once: one stays", async () => {
    const emails = ["one@ngo.test", "other@ngo.test"];
    for (const email of emails) await addMember({ ...member, email, role: "owner" });
    const all = await Promise.allSettled(emails.map((email) => addMember({ ...member, email, role: "analyst" })));
    expect(all.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db().member.count({ where: { role: "owner" } })).toBe(1);
  });

  test("gives someone who lost their password a new one, and ends what was open", async () => {
    await addMember({ ...member, role: "owner" });
    const session = await signIn({ ...member, network: "n" });
    await addMember({ ...member, role: "owner", password: "another password" });
    expect(await findMember(session)).toBeNull();
    await expect(signIn({ ...member, network: "n" })).rejects.toThrow(new Refusal("sign-in-failed"));
    expect(await signIn({ ...member, password: "another password", network: "n" })).toBeTruthy();
  });

  test("asks which organisation when there are several, and makes none for a mere analyst", async () => {
    await expect(addMember({ ...member, role: "analyst" })).rejects.toThrow(/no organisation yet/);
    await makeOrganisation({ name: "One" });
    await makeOrganisation({ name: "Two" });
    await expect(addMember({ ...member, role: "owner" })).rejects.toThrow("“One”, “Two”");
    await expect(addMember({ ...member, role: "analyst", organisation: "Three" })).rejects.toThrow("“One”, “Two”");
    expect(await db().account.count()).toBe(0);
  });
});
