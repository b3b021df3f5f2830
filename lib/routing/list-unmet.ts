import type { Appeal } from "@/lib/campaigns/queries";
import { decideFor } from "./decide-for";

/** Countries whose embassy an appeal asks its signers to write to, where none is written to from `country`, nor anybody instead. */
export async function listUnmet(appeal: Appeal, country: string): Promise<string[]> {
  if (!appeal.rules.some(({ kind, fallback }) => kind === "embassy" && fallback === null)) return [];
  return (await decideFor(appeal, country)).unmet;
}
