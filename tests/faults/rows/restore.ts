import { setTimeout as wait } from "node:timers/promises";
import { resumeDelivery } from "@/lib/delivery/resume";
import { databaseName } from "@/tests/faults/database";
import { backUp, restore } from "@/tests/faults/backup";
import type { Row } from "@/tests/faults/row";
import type { Stage } from "@/tests/faults/stage";
import { makeMember } from "@/tests/members";
import { until } from "@/tests/faults/until";

/** A backup that was made while letters left is put in the place of the database. */
export const restoreRows: Row[] = [
  {
    name: "restored-backup",
    seconds: 6,
    losesBytes: true,
    async act(stage) {
      stage.startSome(2);
      await stage.reached(0.2);
      const [world] = stage.worlds;
      if (!world) throw new Error("there is no world");
      const owner = await makeMember(world.organisation);
      await backUp(stage.cluster, databaseName);
      await stage.reached(0.6);
      await restore(stage.cluster, databaseName);
      await until("the pause of a restored database", async () => (await pauseOf(stage)) !== null);
      await nothingLeaves(stage);
      await resumeDelivery(owner, (await pauseOf(stage)) ?? "");
    },
  },
];

async function pauseOf(stage: Stage): Promise<string | null> {
  const [pause] = await stage.query<{ id: string }>(
    "select id from pauses where cause = 'restored' and ended_at is null",
  );
  return pause?.id ?? null;
}

/** What was on its way when the database was exchanged may still come to its dot. */
async function nothingLeaves(stage: Stage): Promise<void> {
  await wait(2000);
  const before = stage.taken.count();
  await stage.lease(1.5);
  const left = stage.taken.count() - before;
  if (left > 0) throw new Error(`${left} letters left a restored database that nobody had confirmed`);
}
