import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { foldTallies } from "@/lib/reports/fold";
import { recountTallies } from "@/lib/reports/recount";
import { readDrifts } from "@/lib/reports/recount.sql";
import { makeSignatures, makeWorld } from "@/tests/factories";

test("nothing drifts, folded or not, and what was tampered with is found and mended", async () => {
  const { id: campaignId } = (await seeded()).campaign;
  expect(await readDrifts()).toEqual([]);
  await foldTallies();
  expect(await readDrifts()).toEqual([]);

  await db().tally.updateMany({ where: { campaignId, state: "confirmed" }, data: { count: 1 } });
  await db().tallyTotal.update({ where: { campaignId_state: { campaignId, state: "signed" } }, data: { count: 99 } });
  expect(await recountTallies()).toBe(3);
  await foldTallies();
  expect(await readDrifts()).toEqual([]);
  const totals = await db().tallyTotal.findMany({ where: { campaignId }, orderBy: { state: "asc" } });
  expect(totals.map(({ state, count }) => [state, Number(count)])).toEqual([
    ["signed", 6],
    ["confirmed", 4],
    ["queued", 4],
    ["with_signer", 4],
  ]);
});

async function seeded() {
  const world = await makeWorld({ signers: 4 });
  await makeSignatures(world, 2, { state: "pending" });
  return world;
}
