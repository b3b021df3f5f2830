import { type Finding, ok, wrong } from "./finding";
import type { NameServer } from "./name-server";

/** Whether mail for the domain that bounces come back to finds its way (RFC 5321 §5.1). */
export async function checkBounces(domain: string, { exchanges, addresses }: NameServer): Promise<Finding> {
  const listed = (await exchanges(domain)).toSorted((a, b) => a.priority - b.priority);
  const [first] = listed;
  if (first?.exchange === "")
    return wrong(`Bounces: ${domain} says that it takes no mail.`, "Publish an MX record of a server.");
  const target = first?.exchange ?? domain;
  if ((await addresses(target)).length > 0) return ok(`Bounces: mail for ${domain} goes to ${target}.`);
  const advice = ["Publish, with the server that hands bounces to BOUNCE_PORT:", `${domain}. IN MX 10 mail.${domain}.`];
  return wrong(`Bounces: ${first ? `${target} has no address` : `${domain} has no MX record`}.`, ...advice);
}
