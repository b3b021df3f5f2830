import { type Appeal, type AppealRecipient, listReachable } from "@/lib/campaigns/queries";
import { type Candidate, decide, type Decision, type EmbassyEntry } from "./decide";
import { reachesFurther } from "./reaches-further";

/**
 * What the rules of an appeal decide for a signer in a country, and everybody it speaks of. Only rules about embassies and
 * governments cost a query more; it reads those of this country.
 */
export async function decideFor(
  appeal: Appeal,
  country: string,
): Promise<Decision & { recipients: AppealRecipient[] }> {
  const { rules, recipients: attached, nature } = appeal;
  const others = reachesFurther(rules) ? await listReachable(appeal, country) : [];
  const recipients = [...attached, ...others.filter(({ id }) => !attached.some((one) => one.id === id))];
  const candidates = [
    ...attached.map((one): Candidate => candidateOf(one, one.role)),
    ...recipients.slice(attached.length).map((one): Candidate => candidateOf(one, null)),
  ];
  const embassies = others.flatMap(({ id, embassies: held }) =>
    held.map((one): EmbassyEntry => ({ ...one, recipient: id })),
  );
  return { ...decide({ rules, recipients: candidates, embassies, real: nature === "real" }, country), recipients };
}

function candidateOf({ id, country, sample }: AppealRecipient, role: Candidate["role"]): Candidate {
  return { id, country, sample, role };
}
