import { beforeEach, expect, test } from "vitest";
import { findMember, requireMember } from "@/lib/accounts/access";
import { checkSession } from "@/lib/accounts/check-session";
import { endSession } from "@/lib/accounts/end-session";
import { signIn } from "@/lib/accounts/sign-in";
import { guesses } from "@/lib/accounts/sign-in-limits.sql";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { makeOrganisation } from "@/tests/factories";
import { makeMember, removeMember, testPassword } from "@/tests/members";

const failed = new Refusal("sign-in-failed");
const limited = new Refusal("too-many-requests");
const hour = 3_600_000;
let member: Awaited<ReturnType<typeof makeMember>>;
let network: string;

beforeEach(async () => {
  member = await makeMember(await makeOrganisation());
  network = crypto.randomUUID();
});

const tryPassword = (password: string, email = member.email) => signIn({ email, password, network });

test("the right password opens a session of that account", async () => {
  const session = await tryPassword(testPassword, member.email.toUpperCase());
  const { email: _email, ...actor } = member;
  expect(await requireMember(session)).toEqual(actor);
});

test("a wrong password and an unknown e-mail get the same answer", async () => {
  await expect(tryPassword("wrong")).rejects.toThrow(failed);
  await expect(tryPassword(testPassword, "nobody@ngo.test")).rejects.toThrow(failed);
  await removeMember(member);
  await expect(tryPassword(testPassword)).rejects.toThrow(failed);
  expect(await db().session.count({ where: { accountId: member.accountId } })).toBe(0);
});

test("an account can be guessed at ten times from one network, at once or not; its member signs in from another", async () => {
  const all = Array.from({ length: 14 }, () => tryPassword("wrong"));
  const codes = (await Promise.allSettled(all)).map((one) => one.status === "rejected" && (one.reason as Refusal).code);
  expect(codes.filter((code) => code === "sign-in-failed")).toHaveLength(guesses.account);
  await expect(tryPassword(testPassword)).rejects.toThrow(limited);
  expect(await signIn({ email: member.email, password: testPassword, network: "home" })).toBeTruthy();
});

test("an account can be guessed at a hundred times from anywhere; then even the right password waits", async () => {
  const all = Array.from({ length: guesses.everywhere + 4 }, (_, n) =>
    signIn({ email: member.email, password: "wrong", network: `${network}${n}` }),
  );
  const codes = (await Promise.allSettled(all)).map((one) => one.status === "rejected" && (one.reason as Refusal).code);
  expect(codes.filter((code) => code === "sign-in-failed")).toHaveLength(guesses.everywhere);
  await expect(tryPassword(testPassword)).rejects.toThrow(limited);
  await db().$executeRaw`update rate_limits set expire = 1`;
  expect(await tryPassword(testPassword)).toBeTruthy();
});

test("a network can guess sixty times, at whatever account; signing in rightly costs nothing", async () => {
  for (let n = 0; n < 3; n++) await tryPassword(testPassword);
  const all = Array.from({ length: guesses.network }, (_, n) => tryPassword("wrong", `nobody-${n}@ngo.test`));
  const codes = (await Promise.allSettled(all)).map((one) => one.status === "rejected" && (one.reason as Refusal).code);
  expect(codes.every((code) => code === "sign-in-failed")).toBe(true);
  await expect(tryPassword(testPassword)).rejects.toThrow(limited);
});

test("neither e-mail nor network is readable among the limits", async () => {
  await expect(tryPassword("wrong")).rejects.toThrow(failed);
  const rows = JSON.stringify(await db().rateLimit.findMany({ select: { key: true, points: true } }));
  expect(rows).not.toContain(member.email);
  expect(rows).not.toContain(network);
});

test("an ended session is over, and only that one", async () => {
  const [one, other] = [await tryPassword(testPassword), await tryPassword(testPassword)];
  await endSession(one);
  expect(await findMember(one)).toBeNull();
  await expect(requireMember(one)).rejects.toThrow(new Refusal("no-access"));
  expect(await findMember(other)).not.toBeNull();
});

test.each([
  ["older than seven days", { expiresAt: new Date(Date.now() - 1000) }],
  ["idle for twelve hours", { lastSeenAt: new Date(Date.now() - 12 * hour - 1000) }],
])("a session %s is over", async (_why, data) => {
  const id = await tryPassword(testPassword);
  await db().session.update({ where: { id }, data });
  expect(await checkSession(id)).toBeNull();
});

test("a session lives seven days, and using it is noted once a minute", async () => {
  const id = await tryPassword(testPassword);
  const made = await db().session.findUniqueOrThrow({ where: { id } });
  expect(made.expiresAt.getTime() - Date.now()).toBeGreaterThan(7 * 24 * hour - 60_000);
  await checkSession(id);
  expect((await db().session.findUniqueOrThrow({ where: { id } })).lastSeenAt).toEqual(made.lastSeenAt);
  await db().session.update({ where: { id }, data: { lastSeenAt: new Date(Date.now() - 61_000) } });
  await checkSession(id);
  const { lastSeenAt } = await db().session.findUniqueOrThrow({ where: { id } });
  expect(Date.now() - lastSeenAt.getTime()).toBeLessThan(30_000);
});

test("a removed member's session is over at once", async () => {
  const id = await tryPassword(testPassword);
  await removeMember(member);
  expect(await findMember(id)).toBeNull();
});

test.each([null, "", "nonsense", "00000000-0000-7000-8000-000000000000"])("%j is no session", async (id) => {
  expect(await findMember(id)).toBeNull();
});
