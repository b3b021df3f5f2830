import { beforeEach, expect, test } from "vitest";
import { type Actor, findMember } from "@/lib/accounts/access";
import { addPasskey } from "@/lib/accounts/add-passkey";
import { askForPasskey } from "@/lib/accounts/ask-for-passkey";
import { beginPasskey } from "@/lib/accounts/begin-passkey";
import { passByPasskey } from "@/lib/accounts/pass-by-passkey";
import { passSecondFactor } from "@/lib/accounts/pass-second-factor";
import { removePasskey } from "@/lib/accounts/remove-passkey";
import { removeSecondFactor } from "@/lib/accounts/remove-second-factor";
import { getSecondFactor } from "@/lib/accounts/second-factor-queries";
import { signIn } from "@/lib/accounts/sign-in";
import { insertSession } from "@/lib/accounts/start-session";
import { db } from "@/lib/db";
import { makeAuthenticator } from "@/tests/authenticator";
import { makeWorld } from "@/tests/factories";
import { makeMember, makeProvenSession, makeTotp, testPassword } from "@/tests/members";

type Key = ReturnType<typeof makeAuthenticator>;

let member: Actor & { email: string };
let sessionId: string;
const network = "somewhere";
const proof = { currentPassword: testPassword, network };
const wrong = { code: "wrong-passkey" };
const pass = (id: string | null, answer: unknown) => passByPasskey(id, answer, network);

beforeEach(async () => {
  member = await makeMember((await makeWorld()).organisation);
  await makeTotp(member.accountId);
  sessionId = await makeProvenSession(member.accountId);
});

const enter = (who = member) => signIn({ email: who.email, password: testPassword, network });

async function add(key: Key, name = "Blue key"): Promise<void> {
  const { challenge } = await beginPasskey(member, { ...proof, sessionId });
  await addPasskey(member, { sessionId, name, answer: key.register(challenge) });
}

async function listed() {
  return (await getSecondFactor(member, sessionId)).passkeys ?? [];
}

test("a passkey signs in where a code would, and another session begins", async () => {
  const [blue, red] = [makeAuthenticator(), makeAuthenticator()];
  await add(blue, "Blue");
  await add(red, "Red");
  expect((await listed()).map(({ name, usedAt }) => [name, usedAt])).toEqual([
    ["Blue", null],
    ["Red", null],
  ]);
  for (const key of [blue, red, blue]) {
    const waiting = await enter();
    expect(await findMember(waiting)).toBeNull();
    const { challenge, allowCredentials } = await askForPasskey(waiting);
    expect(allowCredentials).toHaveLength(2);
    const session = await pass(waiting, key.sign(challenge));
    expect(session).not.toBe(waiting);
    expect((await findMember(session))?.memberId).toBe(member.memberId);
  }
  expect((await listed()).every(({ usedAt }) => usedAt)).toBe(true);
});

test("an answer counts once, for its own session, and not for long", async () => {
  const key = makeAuthenticator();
  await add(key);
  const [waiting, other] = [await enter(), await enter()];
  const { challenge } = await askForPasskey(waiting);
  await askForPasskey(other);
  const answer = key.sign(challenge);
  await expect(pass(other, answer)).rejects.toMatchObject(wrong);
  const answers = await Promise.allSettled([1, 2, 3].map(() => pass(waiting, answer)));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const late = await enter();
  const asked = await askForPasskey(late);
  await db().session.update({ where: { id: late }, data: { challengeUntil: new Date(Date.now() - 1) } });
  await expect(pass(late, key.sign(asked.challenge))).rejects.toMatchObject(wrong);
  expect(await findMember(late)).toBeNull();
});

test("a wrong answer uses the challenge up, and the session still waits", async () => {
  const [key, stranger] = [makeAuthenticator(), makeAuthenticator()];
  await add(key);
  const waiting = await enter();
  const { challenge } = await askForPasskey(waiting);
  await expect(pass(waiting, stranger.sign(challenge))).rejects.toMatchObject(wrong);
  await expect(pass(waiting, key.sign(challenge))).rejects.toMatchObject(wrong);
  const again = await askForPasskey(waiting);
  await pass(waiting, key.sign(again.challenge));
});

test("another site's answer, a counter that does not rise, and what is no answer are refused", async () => {
  const key = makeAuthenticator();
  await add(key);
  const waiting = await enter();
  const refused = async (make: (challenge: string) => string) => {
    const { challenge } = await askForPasskey(waiting);
    await expect(pass(waiting, make(challenge))).rejects.toMatchObject(wrong);
  };
  await refused((challenge) => key.sign(challenge, { origin: "https://desk.example" }));
  await refused(() => "{");
  await refused(() => "null");
  await refused(() => key.sign("AAAA"));
  await db().passkey.updateMany({ where: { accountId: member.accountId }, data: { counter: 9 } });
  await refused((challenge) => key.sign(challenge, { count: 9 }));
  const { challenge } = await askForPasskey(waiting);
  await pass(waiting, key.sign(challenge, { count: 10 }));
});

test("wrong codes do not block passkeys, nor passkeys elsewhere those here", async () => {
  const key = makeAuthenticator();
  await add(key);
  const waiting = await enter();
  for (let guess = 0; guess < 10; guess += 1) {
    await expect(passSecondFactor(waiting, "000000", network)).rejects.toMatchObject({ code: "wrong-code" });
  }
  await expect(passSecondFactor(waiting, "000000", network)).rejects.toMatchObject({ code: "too-many-requests" });
  for (let guess = 0; guess < 30; guess += 1) {
    await expect(passByPasskey(waiting, "{}", "elsewhere")).rejects.toMatchObject(wrong);
  }
  await expect(passByPasskey(waiting, "{}", "elsewhere")).rejects.toMatchObject({ code: "too-many-requests" });
  const { challenge } = await askForPasskey(waiting);
  await pass(waiting, key.sign(challenge));
});

test("adding one asks for a present factor, and takes no other site's and none twice", async () => {
  const key = makeAuthenticator();
  const begin = (more: object) => beginPasskey(member, { ...proof, sessionId, ...more });
  const plain = await db().$transaction((tx) => insertSession(tx, member.accountId, {}));
  for (const id of [null, plain]) {
    await expect(begin({ sessionId: id })).rejects.toMatchObject({ code: "prove-again" });
  }
  const asked = await begin({});
  const elsewhere = { sessionId, name: "Key", answer: key.register(asked.challenge, "https://desk.example") };
  await expect(addPasskey(member, elsewhere)).rejects.toMatchObject(wrong);
  await add(key);
  await expect(add(key)).rejects.toMatchObject(wrong);
  expect(await listed()).toHaveLength(1);
});

test("a passkey is removed by its own member alone, and goes with the second factor", async () => {
  const [key, other] = [makeAuthenticator(), makeAuthenticator()];
  await add(key);
  await add(other);
  const [first] = await listed();
  const colleague = await makeMember({ id: member.organisationId });
  await expect(removePasskey(colleague, first?.id ?? "", null)).rejects.toMatchObject({ code: "not-found" });
  await removePasskey(member, first?.id ?? "", sessionId);
  const waiting = await enter();
  const { challenge } = await askForPasskey(waiting);
  await expect(pass(waiting, key.sign(challenge))).rejects.toMatchObject(wrong);
  await removeSecondFactor(member, sessionId);
  expect(await db().passkey.count({ where: { accountId: member.accountId } })).toBe(0);
  expect(await findMember(await enter())).not.toBeNull();
});

test("nobody is asked for a passkey who has none, or waits for nothing", async () => {
  await expect(askForPasskey(await enter())).rejects.toMatchObject({ code: "not-possible-now" });
  await expect(askForPasskey(sessionId)).rejects.toMatchObject({ code: "sign-in-over" });
  await expect(pass(sessionId, "{}")).rejects.toMatchObject({ code: "sign-in-over" });
});
