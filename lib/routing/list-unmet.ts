import type { Appeal } from "@/lib/campaigns/queries";
import { countryName } from "@/lib/format";
import { decideFor } from "./decide-for";

/** Names of countries whose embassy an appeal asks its signers to write to, where there is none for `country` and nobody instead. */
export async function listUnmet(appeal: Appeal, country: string, locale: string): Promise<string[]> {
  if (!appeal.rules.some(({ kind, fallback }) => kind === "embassy" && fallback === null)) return [];
  const { unmet } = await decideFor(appeal, country);
  return unmet.map((code) => countryName(code, locale));
}
