import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { listSteps } from "@/lib/campaigns/list-steps";
import { db } from "@/lib/db";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";

let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "campaigner" });
});

const written = () => ({ id: world.campaign.id, state: "live", publishedAt: new Date(), unpublished: true }) as const;

const stepsOf = async (member: Actor) => (await listSteps(member, written()))?.map(({ step }) => step);

const missingInCase = async (publishedAt: Date | null) =>
  (await listSteps(actor, { ...written(), publishedAt }))?.find(({ step }) => step === "case")?.missing;

test("a member sees the steps they may enter", async () => {
  expect(await stepsOf(actor)).toEqual(["case", "recipients", "letters", "page", "consent", "review"]);
  expect(await stepsOf(await makeMember(world.organisation, { role: "translator" }))).toEqual(["letters", "page"]);
  expect(await stepsOf(await makeMember(world.organisation, { role: "analyst" }))).toEqual([]);
});

test("there is no way to go of what is published as it stands, or archived", async () => {
  expect(await listSteps(actor, { ...written(), unpublished: false })).toBeNull();
  expect(await listSteps(actor, { ...written(), state: "archived" })).toBeNull();
});

test("a deadline that is over is missing nothing once a campaign was published", async () => {
  await db().campaign.update({ where: { id: world.campaign.id }, data: { deadlineAt: new Date(0) } });
  expect([await missingInCase(new Date()), await missingInCase(null)]).toEqual([0, 1]);
});
