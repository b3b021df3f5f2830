import { beforeEach, expect, test } from "vitest";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { completeTasks } from "@/lib/tasks/complete-tasks";
import { openTask } from "@/lib/tasks/open-task";
import { countOpenTasks, listOpenTasks } from "@/lib/tasks/queries";
import { finishTasks } from "@/lib/tasks/finish-tasks";
import { reopenTasks, taskActs } from "@/lib/tasks/reopen-tasks";
import { findDone } from "@/lib/undo/queries";
import { lockWaits } from "@/tests/lock-waits";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";

const kinds = ["approve", "returned", "schedule_failed", "deadline_passed"] as const;

let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "campaigner" });
  await openAll(world);
});

async function openAll({ campaign: { organisationId, id: campaignId } }: World): Promise<void> {
  const data = kinds.map((kind) => ({ id: uuidv7(), organisationId, campaignId, kind }));
  await db().task.createMany({ data });
}

const all = (count: number) => ({ which: "all", filter: {}, count }) as const;

test("all open tasks are done at once, and those of another organisation stay open", async () => {
  const theirs = await makeWorld();
  await openAll(theirs);
  await expect(completeTasks(actor, all(3))).rejects.toThrow(new Refusal("count-changed"));
  expect(await countOpenTasks(actor)).toBe(4);
  const id = await completeTasks(actor, all(4));
  expect(await countOpenTasks(actor)).toBe(0);
  expect(await countOpenTasks(await makeMember(theirs.organisation))).toBe(4);
  expect(await findDone(actor, id, taskActs)).toMatchObject({ changed: 4, chosen: 4, undoable: true });
  const events = await db().auditEvent.findMany({ where: { accountId: actor.accountId } });
  expect(events).toMatchObject([{ action: "tasks.done", reason: "4/4 all" }]);
});

test("a task done by mistake is opened again, and none that was done before", async () => {
  const [first, second] = await listOpenTasks(actor);
  await completeTasks(actor, { which: "ticked", ids: [first?.id ?? ""] });
  const id = await completeTasks(actor, { which: "ticked", ids: [first?.id ?? "", second?.id ?? ""] });
  expect(await findDone(actor, id, taskActs)).toMatchObject({ changed: 1, chosen: 2 });
  await reopenTasks(actor, id);
  const open = (await listOpenTasks(actor)).map((task) => task.id);
  expect(open).toHaveLength(3);
  expect(open).not.toContain(first?.id);
  await expect(reopenTasks(actor, id)).rejects.toThrow(new Refusal("undo-over"));
});

test("a task that was opened anew meanwhile stays one", async () => {
  const { organisationId, id: campaignId } = world.campaign;
  const id = await completeTasks(actor, all(4));
  await db().$transaction((tx) => openTask(tx, { organisationId, campaignId, kind: "approve" }));
  await reopenTasks(actor, id);
  expect((await listOpenTasks(actor)).map(({ kind }) => kind).toSorted()).toEqual([...kinds].toSorted());
});

test("a task that is opened anew at the same instant stays one", async () => {
  const { organisationId, id: campaignId } = world.campaign;
  const id = await completeTasks(actor, all(4));
  const opened: Promise<void>[] = [];
  await db().$transaction(async (tx) => {
    await openTask(tx, { organisationId, campaignId, kind: "approve" });
    opened.push(reopenTasks(actor, id));
    await expect.poll(lockWaits).toBe(1);
  });
  await Promise.all(opened);
  expect((await listOpenTasks(actor)).map(({ kind }) => kind).toSorted()).toEqual([...kinds].toSorted());
  expect(await findDone(actor, id, taskActs)).toMatchObject({ undone: true, changed: 4, takenBack: 3 });
});

test("a task that has been settled meanwhile stays done, and that is said", async () => {
  const id = await completeTasks(actor, all(4));
  await db().$transaction((tx) =>
    finishTasks(tx, { campaignId: world.campaign.id, kinds: ["approve"], accountId: actor.accountId }),
  );
  await reopenTasks(actor, id);
  const open = (await listOpenTasks(actor)).map(({ kind }) => kind);
  expect(open).toHaveLength(3);
  expect(open).not.toContain("approve");
  expect(await findDone(actor, id, taskActs)).toMatchObject({ undone: true, changed: 4, takenBack: 3 });
});

test("who may not finish tasks opens none", async () => {
  const id = await completeTasks(actor, all(4));
  const translator = await makeMember(world.organisation, { role: "translator" });
  await expect(completeTasks(translator, all(0))).rejects.toThrow(new Refusal("no-access"));
  await expect(reopenTasks(translator, id)).rejects.toThrow(new Refusal("no-access"));
  expect(await countOpenTasks(actor)).toBe(0);
});
