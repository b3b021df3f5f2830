import { beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { addMember } from "@/lib/accounts/add-member";
import { changePassword } from "@/lib/accounts/change-password";
import { resetSecondFactor } from "@/lib/accounts/reset-second-factor";
import { startSession } from "@/lib/accounts/start-session";
import { db } from "@/lib/db";
import { makeWorld } from "@/tests/factories";
import { lockWaits } from "@/tests/lock-waits";
import { makeMember, makeTotp, testPassword } from "@/tests/members";

// Two that lock an organisation and an account in different order end each other: Postgres cancels one of them.

let owner: Actor;
let member: Actor & { email: string };
let organisation: { id: string; name: string };

beforeEach(async () => {
  ({ organisation } = await makeWorld());
  const name = `House ${organisation.id}`;
  organisation = await db().organisation.update({ where: { id: organisation.id }, data: { name } });
  owner = await makeMember(organisation);
  member = await makeMember(organisation);
  await startSession(member.accountId);
  await makeTotp(member.accountId);
});

const waits = (count: number) => vi.waitFor(async () => expect(await lockWaits()).toBe(count), 5000);

const changeOwn = () =>
  changePassword(member, {
    currentPassword: testPassword,
    password: "another long password",
    sessionId: null,
    network: "x",
  });

const addAgain = () =>
  addMember({ email: member.email, role: "owner", organisation: organisation.name, password: testPassword });

test.each([
  ["changing the password", changeOwn],
  ["a password given at the terminal", addAgain],
])("%s and a reset of the second factor wait for each other in one order", async (_what, change) => {
  const { both } = await db().$transaction(
    async (tx) => {
      // Whoever ends the sessions stops here, with the account locked.
      await tx.$queryRaw`select 1 from sessions where account_id = ${member.accountId}::uuid for update`;
      const first = change();
      await waits(1);
      const second = resetSecondFactor(owner, member.memberId);
      await waits(2);
      return { both: () => Promise.allSettled([first, second]) };
    },
    { timeout: 20_000 },
  );
  expect((await both()).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
});
