import { beforeEach, expect, test } from "vitest";
import { v7 as uuid } from "uuid";
import { type Actor, findMember, requireMember } from "@/lib/accounts/access";
import { listOtherOrganisations } from "@/lib/accounts/account-queries";
import { chooseOrganisation } from "@/lib/accounts/choose-organisation";
import { startSession } from "@/lib/accounts/start-session";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { makeOrganisation } from "@/tests/factories";
import { makeMember, removeMember } from "@/tests/members";

const notFound = new Refusal("not-found");
let first: Actor;
let second: Actor;
let session: string;

beforeEach(async () => {
  first = await makeMember(await makeOrganisation(), { role: "owner" });
  const { accountId } = first;
  const { id: organisationId } = await makeOrganisation();
  second = { accountId, memberId: uuid(), organisationId, role: "analyst", granted: [], taken: [] };
  await db().member.create({ data: { id: second.memberId, organisationId, accountId, role: "analyst" } });
  session = await startSession(accountId);
});

test("a session begins in the organisation joined first, and goes on in the one that is chosen", async () => {
  const other = await startSession(first.accountId);
  expect((await findMember(session))?.memberId).toBe(first.memberId);
  expect(await listOtherOrganisations(first)).toMatchObject([{ memberId: second.memberId }]);
  await chooseOrganisation(first, second.memberId, session);
  expect(await findMember(session)).toEqual(second);
  expect(await listOtherOrganisations(second)).toMatchObject([{ memberId: first.memberId }]);
  expect((await findMember(other))?.memberId).toBe(first.memberId);
  await chooseOrganisation(second, first.memberId, session);
  expect((await findMember(session))?.memberId).toBe(first.memberId);
});

test("who is removed from the chosen one is in the other, and cannot choose it again", async () => {
  await chooseOrganisation(first, second.memberId, session);
  await removeMember(second);
  expect((await requireMember(session)).memberId).toBe(first.memberId);
  expect(await listOtherOrganisations(first)).toEqual([]);
  await expect(chooseOrganisation(first, second.memberId, session)).rejects.toThrow(notFound);
});

test("a membership of another account is refused, and another account's session stays as it is", async () => {
  const stranger = await makeMember(await makeOrganisation());
  const theirs = await startSession(stranger.accountId);
  await expect(chooseOrganisation(first, stranger.memberId, session)).rejects.toThrow(notFound);
  await expect(chooseOrganisation(first, "1 or 1=1", session)).rejects.toThrow(notFound);
  await chooseOrganisation(first, second.memberId, theirs);
  expect(await db().session.findUniqueOrThrow({ where: { id: theirs } })).toMatchObject({ memberId: null });
  expect((await findMember(session))?.memberId).toBe(first.memberId);
});
