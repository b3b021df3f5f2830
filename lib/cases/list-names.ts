import { db } from "@/lib/db";
import type { CaseNames } from "./mask";
import { caseNames, protectedShape } from "./persons";

/** The names each of these campaigns may and may not say, by campaign. */
export async function listCaseNames(campaignIds: string[]): Promise<Map<string, CaseNames>> {
  if (campaignIds.length === 0) return new Map();
  const rows = await db().campaign.findMany({
    where: { id: { in: campaignIds } },
    select: { id: true, case: { select: { persons: { select: protectedShape } } } },
  });
  return new Map(rows.map(({ id, case: its }) => [id, caseNames(its.persons)]));
}
