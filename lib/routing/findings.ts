import type { Finding } from "@/lib/campaigns/blockers";
import { countryName } from "@/lib/format";
import type { Prisma } from "@/lib/generated/prisma/client";
import { isEverywhere, listRuleWarnings, listUncovered } from "./gaps";
import { loadRouting } from "./load";

const named = 3;

/**
 * What a campaign's rules, and samples on its list, keep from being published; and what is worth a look: countries whose
 * signers have nobody to write to, and embassies without a fall-back.
 */
export async function findRoutingGaps(tx: Prisma.TransactionClient, campaignId: string): Promise<Finding[]> {
  const routing = await loadRouting(tx, campaignId);
  const samples = routing.real ? routing.recipients.filter(({ sample, role }) => sample && role !== null) : [];
  const found: Finding[] = samples.map(({ short }) => gap("recipient-sample", "blocks", short));
  const uncovered = listUncovered(routing);
  if (isEverywhere(uncovered)) return [...found, gap("routing-nobody", "blocks")];
  if (uncovered.length > 0) found.push(gap("routing-some-nobody", "advice", countriesOf(uncovered)));
  const lacking = listRuleWarnings(routing).filter(({ code }) => code === "no-fallback");
  return [...found, ...lacking.map(({ number }) => gap("routing-no-fallback", "advice", String(number)))];
}

function gap(code: Finding["code"], weight: Finding["weight"], about?: string): Finding {
  return { code, weight, room: "recipients/rules", ...(about !== undefined && { about }) };
}

function countriesOf(codes: string[]): string {
  const names = codes.slice(0, named).map((code) => countryName(code, "en"));
  return codes.length > named ? `${names.join(", ")} + ${codes.length - named}` : names.join(", ");
}
