import { beforeEach, describe, expect, test, vi } from "vitest";
import { type Actor, findMember } from "@/lib/accounts/access";
import { beginTotp } from "@/lib/accounts/begin-totp";
import { changePassword } from "@/lib/accounts/change-password";
import { confirmTotp } from "@/lib/accounts/confirm-totp";
import { endOtherSessions } from "@/lib/accounts/end-other-sessions";
import { findAwaiting, passSecondFactor } from "@/lib/accounts/pass-second-factor";
import { proveByCode } from "@/lib/accounts/prove-by-code";
import { removeSecondFactor } from "@/lib/accounts/remove-second-factor";
import { resetByOperator } from "@/lib/accounts/reset-by-operator";
import { resetSecondFactor } from "@/lib/accounts/reset-second-factor";
import { getSecondFactor } from "@/lib/accounts/second-factor-queries";
import { signIn } from "@/lib/accounts/sign-in";
import { lockAccount, startSession } from "@/lib/accounts/start-session";
import { db } from "@/lib/db";
import { makeWorld } from "@/tests/factories";
import { lockWaits } from "@/tests/lock-waits";
import { makeMember, makeTotp, testPassword } from "@/tests/members";

let member: Actor & { email: string };
const network = "somewhere";
const proof = { currentPassword: testPassword, network, sessionId: null };
const pass = (sessionId: string | null, code: string) => passSecondFactor(sessionId, code, network);

beforeEach(async () => {
  member = await makeMember((await makeWorld()).organisation);
});

const enter = () => signIn({ email: member.email, password: testPassword, network });

/** Begins as a member does. @returns what their session is shown */
async function begin() {
  const sessionId = await startSession(member.accountId);
  await beginTotp(member, { ...proof, sessionId });
  return getSecondFactor(member, sessionId);
}

/** Enrols as a member does. @returns the recovery codes */
async function enrol(): Promise<string[]> {
  const { codes } = await begin();
  const code = await makeTotp(member.accountId, null);
  await confirmTotp(member, { ...proof, code: code() });
  await db().totp.update({ where: { accountId: member.accountId }, data: { lastStep: 0 } });
  return codes ?? [];
}

test("a session opens nothing before the second factor, and another begins after it", async () => {
  const code = await makeTotp(member.accountId);
  const waiting = await enter();
  expect(await findMember(waiting)).toBeNull();
  const session = await pass(waiting, code());
  expect(session).not.toBe(waiting);
  expect((await findMember(session))?.memberId).toBe(member.memberId);
  expect(await findMember(waiting)).toBeNull();
  await expect(pass(waiting, code(1))).rejects.toMatchObject({ code: "sign-in-over" });
});

test("what waited too long is over", async () => {
  const code = await makeTotp(member.accountId);
  const waiting = await enter();
  await db().session.update({ where: { id: waiting }, data: { awaitsUntil: new Date(Date.now() - 1) } });
  await expect(pass(waiting, code())).rejects.toMatchObject({ code: "sign-in-over" });
  expect(await findMember(waiting)).toBeNull();
});

test("a code works once, and none before it after it", async () => {
  const code = await makeTotp(member.accountId);
  const used = code(1);
  await pass(await enter(), used);
  await expect(pass(await enter(), used)).rejects.toMatchObject({ code: "wrong-code" });
  await expect(pass(await enter(), code())).rejects.toMatchObject({ code: "wrong-code" });
});

test("a clock may be one step off, not three", async () => {
  const code = await makeTotp(member.accountId);
  for (const steps of [-3, 3]) {
    await expect(pass(await enter(), code(steps))).rejects.toMatchObject({ code: "wrong-code" });
  }
  await pass(await enter(), code(1));
});

test("of many uses of one code at once one succeeds", async () => {
  const [recovery = ""] = await enrol();
  const code = await makeTotp(member.accountId);
  for (const one of [recovery.toUpperCase(), code()]) {
    const waiting = await Promise.all([enter(), enter(), enter()]);
    const answers = await Promise.allSettled(waiting.map((id) => pass(id, one)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  }
});

test("guesses at the code run out, whatever password is right between them", async () => {
  const code = await makeTotp(member.accountId);
  for (let guess = 0; guess < 10; guess += 1) {
    await expect(pass(await enter(), "no such code")).rejects.toMatchObject({ code: "wrong-code" });
  }
  await expect(pass(await enter(), code())).rejects.toMatchObject({ code: "too-many-requests" });
});

test("recovery codes count only once the app is confirmed, are kept as hashes, and shown once", async () => {
  await beginTotp(member, proof);
  expect(await findMember(await enter())).not.toBeNull();
  const codes = await enrol();
  expect(codes).toHaveLength(10);
  expect(await getSecondFactor(member, null)).toMatchObject({ on: true, codesLeft: 10, codes: null });
  const rows = await db().recoveryCode.findMany({ where: { accountId: member.accountId } });
  expect(JSON.stringify(rows.map(({ codeKey }) => Buffer.from(codeKey).toString("utf8")))).not.toContain(codes[0]);
});

describe("with a second factor", () => {
  test.each(["12345", "1234567", "abcdef", "12345a", ""])("what is no code is a wrong one: %j", async (code) => {
    expect(await begin()).toMatchObject({ on: false, app: { begun: {} } });
    await expect(confirmTotp(member, { ...proof, code })).rejects.toMatchObject({ code: "wrong-code" });
    expect((await getSecondFactor(member, null)).on).toBe(false);
  });

  test("a code that comes while the other sessions end begins none", async () => {
    const code = await makeTotp(member.accountId);
    const waiting = await enter();
    const { passing } = await db().$transaction(async (tx) => {
      await lockAccount(tx, member.accountId);
      const begun = expect(pass(waiting, code())).rejects.toMatchObject({ code: "sign-in-over" });
      await vi.waitFor(async () => expect(await lockWaits()).toBe(1), 5000);
      await endOtherSessions(tx, member.accountId, null);
      return { passing: () => begun };
    });
    await passing();
    expect(await db().session.count({ where: { accountId: member.accountId, endedAt: null } })).toBe(0);
  });

  test("the password is asked before it is begun, more before it is changed, and a wrong code does not confirm it", async () => {
    const wrong = { ...proof, currentPassword: "not this one at all" };
    await expect(beginTotp(member, wrong)).rejects.toMatchObject({ code: "wrong-password" });
    expect(await begin()).toMatchObject({ on: false, app: { begun: {} } });
    await expect(confirmTotp(member, { ...proof, code: "000000" })).rejects.toMatchObject({ code: "wrong-code" });
    expect((await getSecondFactor(member, null)).on).toBe(false);
    await makeTotp(member.accountId);
    await expect(removeSecondFactor(member, null)).rejects.toMatchObject({ code: "prove-again" });
    await expect(beginTotp(member, proof)).rejects.toMatchObject({ code: "prove-again" });
  });

  test("removing it ends the other sessions, also those that wait", async () => {
    const code = await makeTotp(member.accountId);
    const [mine, other] = [await pass(await enter(), code(-1)), await pass(await enter(), code())];
    const waiting = await enter();
    await proveByCode(member, { ...proof, code: code(1), sessionId: mine });
    await removeSecondFactor(member, mine);
    expect(await findMember(mine)).not.toBeNull();
    expect(await findMember(other)).toBeNull();
    expect(await findAwaiting(waiting)).toBeNull();
  });

  test("a new password ends what waits", async () => {
    await makeTotp(member.accountId);
    const waiting = await enter();
    await changePassword(member, { ...proof, password: "another long password" });
    expect(await findAwaiting(waiting)).toBeNull();
  });

  test("a wrong password and an unknown e-mail get the answer they get without one", async () => {
    await makeTotp(member.accountId);
    const wrong = signIn({ email: member.email, password: "not this one at all", network });
    await expect(wrong).rejects.toMatchObject({ code: "sign-in-failed" });
    const unknown = signIn({ email: "nobody@ngo.test", password: testPassword, network });
    await expect(unknown).rejects.toMatchObject({ code: "sign-in-failed" });
  });

  test("an owner resets it for a member, who is told; not for oneself, nor where another organisation relies on it", async () => {
    const owner = await makeMember({ id: member.organisationId });
    await makeTotp(member.accountId);
    await makeTotp(owner.accountId);
    await resetSecondFactor(owner, member.memberId);
    expect(await findMember(await enter())).not.toBeNull();
    const where = { organisationId: member.organisationId, kind: "second_factor_reset" } as const;
    expect(await db().mail.count({ where })).toBe(1);
    await expect(resetSecondFactor(owner, owner.memberId)).rejects.toMatchObject({ code: "not-possible-now" });
    await makeTotp(member.accountId);
    const { organisation } = await makeWorld();
    const { id: memberId } = await db().member.create({
      data: { id: crypto.randomUUID(), organisationId: organisation.id, accountId: member.accountId, role: "analyst" },
    });
    expect(memberId).toBeTruthy();
    await expect(resetSecondFactor(owner, member.memberId)).rejects.toMatchObject({ code: "not-possible-now" });
  });

  test("whoever runs the desk resets it for a last owner", async () => {
    await makeTotp(member.accountId);
    await resetByOperator(member.email.toUpperCase());
    expect(await findMember(await enter())).not.toBeNull();
    await expect(resetByOperator(member.email)).rejects.toMatchObject({ code: "not-possible-now" });
    await expect(resetByOperator("nobody@ngo.test")).rejects.toMatchObject({ code: "not-found" });
  });
});
