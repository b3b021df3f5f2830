import { generateSync } from "otplib";
import PostalMime from "postal-mime";
import { v7 as uuid } from "uuid";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Actor, findMember } from "@/lib/accounts/access";
import { addMember } from "@/lib/accounts/add-member";
import { addPasskey } from "@/lib/accounts/add-passkey";
import { askForPasskey } from "@/lib/accounts/ask-for-passkey";
import { askForProof } from "@/lib/accounts/ask-for-proof";
import { beginPasskey } from "@/lib/accounts/begin-passkey";
import { beginTotp } from "@/lib/accounts/begin-totp";
import { cancelTotp } from "@/lib/accounts/cancel-totp";
import { changePassword } from "@/lib/accounts/change-password";
import { confirmTotp } from "@/lib/accounts/confirm-totp";
import { passByPasskey } from "@/lib/accounts/pass-by-passkey";
import { passSecondFactor } from "@/lib/accounts/pass-second-factor";
import { proveByCode } from "@/lib/accounts/prove-by-code";
import { proveByPasskey } from "@/lib/accounts/prove-by-passkey";
import { removePasskey } from "@/lib/accounts/remove-passkey";
import { removeSecondFactor } from "@/lib/accounts/remove-second-factor";
import { removeTotp } from "@/lib/accounts/remove-totp";
import { renewRecoveryCodes } from "@/lib/accounts/renew-recovery-codes";
import { getSecondFactor } from "@/lib/accounts/second-factor-queries";
import { signIn } from "@/lib/accounts/sign-in";
import { insertSession } from "@/lib/accounts/start-session";
import { db } from "@/lib/db";
import { openStaffMail } from "@/lib/delivery/staff-mail";
import { env } from "@/lib/env";
import { makeAuthenticator } from "@/tests/authenticator";
import { makeWorld } from "@/tests/factories";
import { makeMember, makeTotp, testPassword } from "@/tests/members";

let member: Actor & { email: string };
let sessionId: string;
const network = "office";

beforeEach(async () => {
  member = await makeMember((await makeWorld()).organisation);
  sessionId = await db().$transaction((tx) => insertSession(tx, member.accountId, {}));
});

const proof = () => ({ currentPassword: testPassword, network, sessionId });
const enter = () => signIn({ email: member.email, password: testPassword, network });
const shown = () => getSecondFactor(member, sessionId);
const again = { code: "prove-again" };

/** A second organisation that relies on the account. @returns its id */
async function joinAnother(): Promise<string> {
  const { organisation } = await makeWorld();
  const { accountId } = member;
  await db().member.create({ data: { id: uuid(), organisationId: organisation.id, accountId, role: "analyst" } });
  return organisation.id;
}

async function actsIn(organisationId: string): Promise<string[]> {
  const where = { organisationId, subjectId: member.accountId };
  const rows = await db().auditEvent.findMany({ where, orderBy: { id: "asc" }, select: { action: true } });
  return rows.map(({ action }) => action.replace("account.", ""));
}

/** The subjects of the mails to the account's address, the oldest first. */
async function mails(): Promise<{ subject: string; text: string }[]> {
  const rows = await db().mail.findMany({ where: { staffAddress: member.email }, orderBy: { id: "asc" } });
  return Promise.all(
    rows.map(async ({ id, sealedBytes }) => {
      const { subject = "", text = "" } = await PostalMime.parse(openStaffMail(id, sealedBytes ?? new Uint8Array()));
      return { subject, text };
    }),
  );
}

const subjects = async () => (await mails()).map(({ subject }) => subject);

async function addKey(key: ReturnType<typeof makeAuthenticator>, name = "Blue key"): Promise<void> {
  const { challenge } = await beginPasskey(member, proof());
  await addPasskey(member, { sessionId, name, answer: key.register(challenge) });
}

const otherSession = () => db().$transaction((tx) => insertSession(tx, member.accountId, {}));
const lapse = () => db().session.update({ where: { id: sessionId }, data: { provenUntil: new Date() } });

describe("changing a second factor", () => {
  test("needs it again in this session, by code, recovery code or passkey, and not for long", async () => {
    const code = await makeTotp(member.accountId);
    const key = makeAuthenticator();
    for (const act of [
      () => renewRecoveryCodes(member, sessionId),
      () => removeSecondFactor(member, sessionId),
      () => beginPasskey(member, proof()),
      () => beginTotp(member, proof()),
      () => removePasskey(member, uuid(), sessionId),
    ]) {
      await expect(act()).rejects.toMatchObject(again);
    }
    const wrong = proveByCode(member, { ...proof(), currentPassword: "not this one at all", code: code() });
    await expect(wrong).rejects.toMatchObject({ code: "wrong-password" });
    await expect(proveByCode(member, { ...proof(), code: "000000" })).rejects.toMatchObject({ code: "wrong-code" });
    await expect(renewRecoveryCodes(member, sessionId)).rejects.toMatchObject(again);

    await proveByCode(member, { ...proof(), code: code() });
    await addKey(key);
    await renewRecoveryCodes(member, sessionId);
    const { codes } = await shown();
    const other = await otherSession();
    expect((await getSecondFactor(member, other)).codes).toBeNull();
    await lapse();
    await expect(renewRecoveryCodes(member, sessionId)).rejects.toMatchObject(again);

    await proveByCode(member, { ...proof(), code: codes?.[0] ?? "" });
    await beginTotp(member, proof());
    await lapse();
    await expect(askForProof(member, { ...proof(), currentPassword: "not this one" })).rejects.toMatchObject({
      code: "wrong-password",
    });
    const { challenge } = await askForProof(member, proof());
    await proveByPasskey(member, { sessionId, network, answer: key.sign(challenge) });
    await removeSecondFactor(member, sessionId);
    expect((await shown()).on).toBe(false);
  });

  test("counts for its own session alone", async () => {
    const code = await makeTotp(member.accountId);
    await proveByCode(member, { ...proof(), code: code() });
    const other = await otherSession();
    await expect(renewRecoveryCodes(member, other)).rejects.toMatchObject(again);
    await expect(renewRecoveryCodes(member, null)).rejects.toMatchObject(again);
  });

  test("what was begun with the password alone is not ended once there is a factor", async () => {
    const { challenge } = await beginPasskey(member, proof());
    await makeTotp(member.accountId);
    const made = { sessionId, name: "Key", answer: makeAuthenticator().register(challenge) };
    await expect(addPasskey(member, made)).rejects.toMatchObject(again);
    expect(await db().passkey.count({ where: { accountId: member.accountId } })).toBe(0);
  });

  test("another app takes the place of the first with its first code, and not before", async () => {
    const old = await makeTotp(member.accountId);
    await proveByCode(member, { ...proof(), code: old(-1) });
    await beginTotp(member, proof());
    await passSecondFactor(await enter(), old(), network);
    await expect(confirmTotp(member, { ...proof(), code: "000000" })).rejects.toMatchObject({ code: "wrong-code" });
    const { app, codes } = await shown();
    await confirmTotp(member, { ...proof(), code: generateSync({ secret: app.begun?.secret ?? "" }) });
    await expect(passSecondFactor(await enter(), old(1), network)).rejects.toMatchObject({ code: "wrong-code" });
    expect(codes).toBeNull();
    expect(await subjects()).toEqual(["Another authenticator app was set up for your account"]);
  });
});

describe("what is begun", () => {
  test("is shown to the session that began it with the password, and to no other", async () => {
    await beginTotp(member, proof());
    expect(await shown()).toMatchObject({ on: false, app: { begun: { secret: expect.any(String) } } });
    expect((await shown()).codes).toHaveLength(10);
    for (const other of [await otherSession(), null]) {
      expect(await getSecondFactor(member, other)).toMatchObject({ codes: null, app: { since: null, begun: null } });
    }
    await lapse();
    expect(await shown()).toMatchObject({ proven: false, codes: null, app: { begun: null } });
  });

  test("in place of an app is shown no longer than the proof lasts, and ended after it was given again", async () => {
    const old = await makeTotp(member.accountId);
    await proveByCode(member, { ...proof(), code: old(-1) });
    await beginTotp(member, proof());
    const { app } = await shown();
    const code = () => generateSync({ secret: app.begun?.secret ?? "" });
    expect((await getSecondFactor(member, await otherSession())).app.begun).toBeNull();
    await lapse();
    await expect(confirmTotp(member, { ...proof(), code: code() })).rejects.toMatchObject(again);
    expect(await shown()).toMatchObject({ on: true, proven: false, app: { begun: null } });
    await proveByCode(member, { ...proof(), code: old() });
    expect((await shown()).app).toEqual(app);
    await confirmTotp(member, { ...proof(), code: code() });
    expect((await shown()).app.begun).toBeNull();
    expect(await subjects()).toEqual(["Another authenticator app was set up for your account"]);
  });
});

describe("what is cancelled", () => {
  test("is gone with its recovery codes", async () => {
    await beginTotp(member, proof());
    await cancelTotp(member, sessionId);
    expect(await shown()).toMatchObject({ on: false, codes: null, codesLeft: 0, app: { since: null, begun: null } });
  });

  test("leaves the app that counts, and its codes", async () => {
    const old = await makeTotp(member.accountId);
    await proveByCode(member, { ...proof(), code: old(-1) });
    const before = await shown();
    await beginTotp(member, proof());
    await lapse();
    await expect(cancelTotp(member, sessionId)).rejects.toMatchObject(again);
    await proveByCode(member, { ...proof(), code: old() });
    await cancelTotp(member, sessionId);
    expect(await shown()).toEqual(before);
    await passSecondFactor(await enter(), old(1), network);
  });
});

const { APP_URL } = env();
const siteAt = (address: string) => Object.assign(env(), { APP_URL: address });

describe("an app", () => {
  afterEach(() => siteAt(APP_URL));

  test("stays while the passkeys beside it cannot be used", async () => {
    const code = await makeTotp(member.accountId);
    await proveByCode(member, { ...proof(), code: code() });
    await addKey(makeAuthenticator());
    siteAt("http://192.0.2.7:3000");
    await expect(removeTotp(member, sessionId)).rejects.toMatchObject({ code: "passkeys-off" });
    expect(await shown()).toMatchObject({ passkeysWork: false, app: { since: expect.any(Date) } });
    siteAt(APP_URL);
    await removeTotp(member, sessionId);
    expect((await shown()).app.since).toBeNull();
  });
});

describe("what happens to an account", () => {
  test("is in the audit log of each of its organisations, and told by one mail each", async () => {
    const other = await joinAnother();
    await beginTotp(member, proof());
    const { app, codes } = await shown();
    await confirmTotp(member, { ...proof(), code: generateSync({ secret: app.begun?.secret ?? "" }) });
    await addKey(makeAuthenticator());
    const [passkey] = (await shown()).passkeys ?? [];
    await removePasskey(member, passkey?.id ?? "", sessionId);
    await passSecondFactor(await enter(), codes?.[0] ?? "", network);
    await renewRecoveryCodes(member, sessionId);
    await changePassword(member, { ...proof(), password: "another long password" });
    await removeSecondFactor(member, sessionId);
    const acts = [
      "add-second-factor",
      "add-passkey",
      "remove-passkey",
      "use-recovery-code",
      "renew-recovery-codes",
      "change-password",
      "remove-second-factor",
    ];
    expect(await actsIn(member.organisationId)).toEqual(acts);
    expect(await actsIn(other)).toEqual(acts);
    expect(await subjects()).toEqual([
      "A second factor was set up for your account",
      "A passkey was added to your account",
      "A passkey was removed from your account",
      "A recovery code of yours was used",
      "New recovery codes were made for your account",
      "Your password was changed",
      "Your second factor was taken away",
    ]);
    const { text } = (await mails()).at(-1) ?? { text: "" };
    expect(text).toMatch(/the password alone signs in\. It was on .* UTC\./);
    expect(text).toMatch(/If it was not you: sign in now, choose another password/);
    expect(text).toMatch(/\/desk\/account\b/);
    expect(text).not.toMatch(/[{}]|undefined/);
  });

  test("is not told of what was refused, nor to an organisation that was left", async () => {
    const other = await joinAnother();
    await db().member.updateMany({ where: { organisationId: other }, data: { removedAt: new Date() } });
    await expect(
      changePassword(member, { ...proof(), currentPassword: "wrong", password: "another long password" }),
    ).rejects.toMatchObject({ code: "wrong-password" });
    expect(await mails()).toEqual([]);
    await changePassword(member, { ...proof(), password: "another long password" });
    expect(await actsIn(other)).toEqual([]);
    expect(await mails()).toHaveLength(1);
  });
});

const wrong = async (from: string, password: string) =>
  passSecondFactor(await signIn({ email: member.email, password, network }), "000000", from);

/** What comes of so many wrong codes, each from a network of its own. */
async function guess(
  times: number,
  from = (n: number) => `botnet-${n}`,
  password = testPassword,
): Promise<Record<string, number>> {
  const said: Record<string, number> = {};
  for (let n = 0; n < times; n += 1) {
    await wrong(from(n), password).catch((error: { code: string }) => (said[error.code] = (said[error.code] ?? 0) + 1));
  }
  return said;
}

describe("wrong codes", () => {
  test("leave one event in each organisation and one mail, once a series", async () => {
    const code = await makeTotp(member.accountId);
    const other = await joinAnother();
    expect(await guess(4)).toEqual({ "wrong-code": 4 });
    expect(await mails()).toEqual([]);
    await guess(5);
    expect(await actsIn(member.organisationId)).toEqual(["wrong-codes"]);
    expect(await actsIn(other)).toEqual(["wrong-codes"]);
    expect(await subjects()).toEqual(["Somebody knows your password and guesses at your codes"]);
    await passSecondFactor(await enter(), code(), network);
    await guess(1);
    expect(await actsIn(other)).toEqual(["wrong-codes", "wrong-codes"]);
    expect(await mails()).toHaveLength(1);
  });

  test("are thirty a day from wherever; the member gets in by passkey, recovery code, or from where they were before", async () => {
    const code = await makeTotp(member.accountId);
    await proveByCode(member, { ...proof(), code: code(-1) });
    const key = makeAuthenticator();
    await addKey(key);
    await renewRecoveryCodes(member, sessionId);
    const { codes } = await shown();
    expect(await guess(33)).toEqual({ "wrong-code": 30, "too-many-codes": 3 });
    await expect(passSecondFactor(await enter(), code(), "a new place")).rejects.toMatchObject({
      code: "too-many-codes",
    });
    await passSecondFactor(await enter(), codes?.[0] ?? "", "a new place");
    const waiting = await enter();
    const { challenge } = await askForPasskey(waiting);
    await passByPasskey(waiting, key.sign(challenge), "yet another place");
    expect(await findMember(await passSecondFactor(await enter(), code(), network))).not.toBeNull();
  });

  test("a right code gives no further guesses to strangers", async () => {
    const code = await makeTotp(member.accountId);
    await guess(29);
    await passSecondFactor(await enter(), code(), network);
    expect(await guess(3)).toEqual({ "wrong-code": 1, "too-many-codes": 2 });
  });

  test("shut nobody out any more once the password is another", async () => {
    const code = await makeTotp(member.accountId);
    const anew = "another long password";
    const byTerminal = async () => {
      const { organisationId: id, email, role } = member;
      const { name: organisation } = await db().organisation.update({ where: { id }, data: { name: uuid() } });
      await addMember({ email, role, organisation, password: testPassword });
    };
    const byMember = () => changePassword(member, { ...proof(), password: anew });
    for (const [change, password, before] of [
      [byMember, anew, testPassword],
      [byTerminal, testPassword, anew],
    ] as const) {
      expect(await guess(31, undefined, before)).toEqual({ "wrong-code": 30, "too-many-codes": 1 });
      await change();
      const waiting = await signIn({ email: member.email, password, network: "a new place" });
      expect(await findMember(await passSecondFactor(waiting, code(), crypto.randomUUID()))).not.toBeNull();
      await db().totp.update({ where: { accountId: member.accountId }, data: { lastStep: 0 } });
    }
  });

  test("from a network that is known are limited too, and only there", async () => {
    const code = await makeTotp(member.accountId);
    await passSecondFactor(await enter(), code(-1), network);
    expect(await guess(12, () => network)).toEqual({ "wrong-code": 10, "too-many-requests": 2 });
    await passSecondFactor(await enter(), code(), "the train");
  });
});

describe("a passkey alone", () => {
  test("is a second factor: recovery codes come with it, and it signs in", async () => {
    const key = makeAuthenticator();
    const elsewhere = await enter();
    await expect(beginPasskey(member, { ...proof(), currentPassword: "wrong" })).rejects.toMatchObject({
      code: "wrong-password",
    });
    await addKey(key);
    expect(await findMember(elsewhere)).toBeNull();
    const { on, codes, codesLeft, app, proven } = await shown();
    expect([on, codes?.length, codesLeft, app.since, proven]).toEqual([true, 10, 10, null, true]);
    const waiting = await enter();
    expect(await findMember(waiting)).toBeNull();
    const { challenge } = await askForPasskey(waiting);
    expect(await findMember(await passByPasskey(waiting, key.sign(challenge), network))).not.toBeNull();
    expect(await findMember(await passSecondFactor(await enter(), codes?.[0] ?? "", network))).not.toBeNull();
  });

  test("an app that was only begun gives no codes, and its recovery codes stay those of the passkey", async () => {
    await addKey(makeAuthenticator());
    const { codes } = await shown();
    await beginTotp(member, proof());
    const code = generateSync({ secret: (await shown()).app.begun?.secret ?? "" });
    await expect(passSecondFactor(await enter(), code, network)).rejects.toMatchObject({ code: "wrong-code" });
    await confirmTotp(member, { ...proof(), code });
    await passSecondFactor(await enter(), codes?.[0] ?? "", network);
  });

  test("meets what an organisation asks for, as an app does", async () => {
    await db().organisation.update({
      where: { id: member.organisationId },
      data: { secondFactorRequiredAt: new Date() },
    });
    expect(await findMember(sessionId)).toMatchObject({ mustEnrol: true });
    await addKey(makeAuthenticator());
    expect((await findMember(sessionId))?.mustEnrol).toBeUndefined();
  });

  test("the last factor stays where any organisation asks for one; the others go", async () => {
    const other = await joinAnother();
    const code = await makeTotp(member.accountId);
    await proveByCode(member, { ...proof(), code: code() });
    await addKey(makeAuthenticator(), "Blue");
    await addKey(makeAuthenticator(), "Red");
    await db().organisation.update({ where: { id: other }, data: { secondFactorRequiredAt: new Date() } });
    await expect(removeSecondFactor(member, sessionId)).rejects.toMatchObject({ code: "last-factor" });
    await removeTotp(member, sessionId);
    const [blue, red] = (await shown()).passkeys ?? [];
    await removePasskey(member, blue?.id ?? "", sessionId);
    await expect(removePasskey(member, red?.id ?? "", sessionId)).rejects.toMatchObject({ code: "last-factor" });
    expect(await shown()).toMatchObject({ on: true, required: true, passkeys: [{ name: "Red" }] });
    await expect(removeTotp(member, sessionId)).rejects.toMatchObject({ code: "not-possible-now" });

    await db().organisation.update({ where: { id: other }, data: { secondFactorRequiredAt: null } });
    await removePasskey(member, red?.id ?? "", sessionId);
    expect(await shown()).toMatchObject({ on: false, codesLeft: 0 });
    expect(await findMember(await enter())).not.toBeNull();
    expect((await subjects()).at(-1)).toBe("Your second factor was taken away");
  });

  test("an app cannot be taken away as the last one beside no passkey", async () => {
    const code = await makeTotp(member.accountId);
    await proveByCode(member, { ...proof(), code: code() });
    await expect(removeTotp(member, sessionId)).rejects.toMatchObject({ code: "not-possible-now" });
  });
});
