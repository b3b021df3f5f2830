import { type Appeal, type AppealRecipient, listReachable } from "@/lib/campaigns/queries";
import { type Candidate, decide, type EmbassyEntry, type Reason } from "./decide";
import { reachesFurther } from "./reaches-further";

/** Somebody a signer writes to, and why. */
export type Written = { recipient: AppealRecipient; reason: Reason };

/**
 * Whom a signer in a country writes to, in order. Only rules about embassies and governments cost a query more; it reads
 * those of this country.
 */
export async function routeSigner(appeal: Appeal, country: string): Promise<Written[]> {
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
  const { picked } = decide({ rules, recipients: candidates, embassies, real: nature === "real" }, country);
  return picked.flatMap(({ recipient: id, role, reason }) => {
    const recipient = recipients.find((one) => one.id === id);
    return recipient ? [{ recipient: { ...recipient, role }, reason }] : [];
  });
}

function candidateOf({ id, country, sample }: AppealRecipient, role: Candidate["role"]): Candidate {
  return { id, country, sample, role };
}
