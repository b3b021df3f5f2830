import { beforeEach, describe, expect, test, vi } from "vitest";
import { type Actor, findMember } from "@/lib/accounts/access";
import { getAccount, listSessions } from "@/lib/accounts/account-queries";
import { changeName } from "@/lib/accounts/change-name";
import { changePassword } from "@/lib/accounts/change-password";
import { endSession } from "@/lib/accounts/end-session";
import { endSessions } from "@/lib/accounts/end-sessions";
import { getOrganisation, listPrivacyTexts } from "@/lib/accounts/organisation-queries";
import { hashPassword } from "@/lib/accounts/password";
import { saveOrganisation } from "@/lib/accounts/save-organisation";
import { signIn } from "@/lib/accounts/sign-in";
import { guesses } from "@/lib/accounts/sign-in-limits.sql";
import { lockAccount, startSession } from "@/lib/accounts/start-session";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { makeOrganisation } from "@/tests/factories";
import { lockWaits } from "@/tests/lock-waits";
import { makeMember, testPassword } from "@/tests/members";

const tooMany = new Refusal("too-many-requests");
const password = "another long password";
const hour = 3_600_000;
let member: Actor & { email: string };
let network: string;

beforeEach(async () => {
  member = await makeMember(await makeOrganisation(), { role: "analyst" });
  network = crypto.randomUUID();
});

const startTwo = () => Promise.all([startSession(member.accountId), startSession(member.accountId)]);

const change = (currentPassword: string, sessionId: string | null = null) =>
  changePassword(member, { currentPassword, password, sessionId, network });

describe("a new password", () => {
  test("opens the account from now on, and ends every session but this one", async () => {
    const [here, there] = await startTwo();
    const stranger = await makeMember(await makeOrganisation());
    const theirs = await startSession(stranger.accountId);
    await change(testPassword, here);
    expect(await findMember(here)).not.toBeNull();
    expect(await findMember(there)).toBeNull();
    expect(await findMember(theirs)).not.toBeNull();
    const { email } = member;
    await expect(signIn({ email, password: testPassword, network })).rejects.toThrow(new Refusal("sign-in-failed"));
    expect(await signIn({ email, password, network })).toBeTruthy();
    expect(await db().auditEvent.findMany({ where: { subjectId: member.accountId } })).toMatchObject([
      { action: "account.change-password", accountId: member.accountId },
    ]);
  });

  test("needs the present one, and nothing changes without it", async () => {
    const [here, there] = await startTwo();
    await expect(change("wrong", here)).rejects.toThrow(new Refusal("wrong-password"));
    expect(await findMember(there)).not.toBeNull();
    expect(await signIn({ email: member.email, password: testPassword, network })).toBeTruthy();
  });

  test("cannot be reached by guessing", async () => {
    for (let n = 0; n < guesses.account; n++) await expect(change("wrong")).rejects.toThrow("wrong-password");
    await expect(change(testPassword)).rejects.toThrow(tooMany);
  });

  test("ends what verified the old one a moment before", async () => {
    const { accountId: id, email } = member;
    const { passwordHash } = await db().account.findUniqueOrThrow({ where: { id } });
    expect(await startSession(id, { passwordHash })).toBeTruthy();
    await change(testPassword);
    await expect(startSession(id, { passwordHash })).rejects.toThrow(new Refusal("sign-in-failed"));
    expect(await db().session.count({ where: { accountId: id, endedAt: null } })).toBe(0);
    expect(await signIn({ email, password, network })).toBeTruthy();
  });

  test("is waited for by a sign-in with the old one, which then fails", async () => {
    const { accountId: id, email } = member;
    const passwordHash = await hashPassword(password);
    const { failing } = await db().$transaction(async (tx) => {
      await lockAccount(tx, id);
      const late = signIn({ email, password: testPassword, network });
      const failed = expect(late).rejects.toThrow(new Refusal("sign-in-failed"));
      await vi.waitFor(async () => expect(await lockWaits()).toBe(1), 5000);
      await tx.account.update({ where: { id }, data: { passwordHash } });
      return { failing: () => failed };
    });
    await failing();
    expect(await db().session.count({ where: { accountId: id } })).toBe(0);
  });

  test("set twice at once is set once", async () => {
    const ends = await Promise.allSettled([change(testPassword), change(testPassword)]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("sessions", () => {
  test("are listed while they can be used, the one that asks marked", async () => {
    const [here, there] = await startTwo();
    const [ended, idle, old] = [...(await startTwo()), await startSession(member.accountId)];
    await endSession(ended);
    await db().session.update({ where: { id: idle }, data: { lastSeenAt: new Date(Date.now() - 12 * hour - 1000) } });
    await db().session.update({ where: { id: old }, data: { expiresAt: new Date(Date.now() - 1000) } });
    await startSession((await makeMember(await makeOrganisation())).accountId);
    const listed = await listSessions(member, here);
    expect(listed.map(({ id, current }) => [id, current])).toEqual(
      expect.arrayContaining([
        [here, true],
        [there, false],
      ]),
    );
    expect(listed).toHaveLength(2);
  });

  test("all others end, or all", async () => {
    const [here, there] = await startTwo();
    const stranger = await startSession((await makeMember(await makeOrganisation())).accountId);
    await endSessions(member, here);
    expect(await findMember(there)).toBeNull();
    expect(await findMember(here)).not.toBeNull();
    await endSessions(member, null);
    expect(await findMember(here)).toBeNull();
    expect(await findMember(stranger)).not.toBeNull();
  });
});

test("a name is changed", async () => {
  await changeName(member, "Noor");
  expect(await getAccount(member)).toEqual({ name: "Noor", email: member.email });
});

test("what another owner said of the organisation meanwhile is not saved over", async () => {
  const organisation = await makeOrganisation();
  const [one, other] = [await makeMember(organisation), await makeMember(organisation)];
  const { seen } = await getOrganisation(one);
  const facts = { senderName: null, senderAddress: null, privacyText: null, needsApproval: true, showsVerified: false };
  await saveOrganisation(other, seen, { organisation: "Rights", ...facts });
  const stale = saveOrganisation(one, seen, { organisation: "Letters", ...facts, needsApproval: false });
  await expect(stale).rejects.toMatchObject({ code: "changed-meanwhile" });
  const now = await getOrganisation(one);
  expect(now).toMatchObject({ name: "Rights", needsApproval: true });
  await saveOrganisation(one, now.seen, { organisation: "Letters", ...facts });
});

test("an organisation is saved, and says in public what it does with personal data", async () => {
  const owner = await makeMember(await makeOrganisation());
  const said = { senderName: "Letters", senderAddress: "letters@ngo.test", privacyText: "We keep *little*." };
  const facts = { ...said, needsApproval: true, showsVerified: true };
  const { seen } = await getOrganisation(owner);
  await saveOrganisation(owner, seen, { organisation: "Rights", ...facts });
  expect(await getOrganisation(owner)).toMatchObject({ name: "Rights", ...facts, secondFactorRequired: false });
  expect(await listPrivacyTexts()).toEqual([
    { id: owner.organisationId, name: "Rights", privacyText: "We keep *little*." },
  ]);
  expect(await db().auditEvent.findMany({ where: { subjectId: owner.organisationId } })).toMatchObject([
    { action: "organisation.edit", accountId: owner.accountId },
  ]);
});
