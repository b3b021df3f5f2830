import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { foldTallies } from "@/lib/reports/fold";
import { makeSignatures, makeWorld } from "@/tests/factories";
import { putLetters } from "@/tests/put-letters";

async function totals(campaignId: string): Promise<Record<string, number>> {
  const rows = await db().tallyTotal.findMany({ where: { campaignId, count: { not: 0 } } });
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

test("every change counts once, whoever folds it", async () => {
  const world = await makeWorld({ signers: 5 });
  await makeSignatures(world, 2, { state: "pending" });
  const folded = await Promise.all([foldTallies(), foldTallies(), foldTallies()]);
  const rest = await foldTallies();
  expect(folded.reduce((sum, one) => sum + one, rest)).toBeGreaterThan(0);
  expect(await db().tallyDelta.count()).toBe(0);
  expect(await totals(world.campaign.id)).toEqual({ signed: 7, confirmed: 5, queued: 5, with_signer: 5 });

  await putLetters({
    where: { campaignId: world.campaign.id, channel: "email" },
    data: { state: "cancelled", stateAt: new Date() },
  });
  await foldTallies();
  expect(await totals(world.campaign.id)).toEqual({ signed: 7, confirmed: 5, cancelled: 5, with_signer: 5 });
  const byRecipient = await db().tally.findMany({ where: { recipientId: world.minister.id, count: { gt: 0 } } });
  expect(byRecipient).toMatchObject([
    { state: "cancelled", channel: "email", country: "FR", language: "en", count: 5n },
  ]);
});
