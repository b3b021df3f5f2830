import { isIP } from "node:net";
import { isNear } from "./check-mail-server";
import { type Finding, look, ok, wrong } from "./finding";
import type { NameServer } from "./name-server";

/** Whether the address of a mail server has a name, and the name that address: many servers refuse mail from others. */
export async function checkReverse(host: string, { addresses, names }: NameServer): Promise<Finding> {
  if (isNear(host)) return look(`Reverse DNS: mail leaves through ${host}; look at it from the server that delivers.`);
  const all = isIP(host) ? [host] : await addresses(host);
  if (all.length === 0) return wrong(`Reverse DNS: ${host} has no address.`, "Correct the name in SMTP_URL.");
  for (const address of all) {
    const [name] = await names(address);
    if (!name)
      return look(
        `Reverse DNS: ${address} (${host}) has no name.`,
        "If it delivers itself, ask its provider for a PTR record.",
      );
    if (!(await addresses(name)).includes(address))
      return look(`Reverse DNS: ${address} is called ${name}, but that is not its address.`, "Make the two agree.");
  }
  return ok(`Reverse DNS: ${host} has a name, and the name its address.`);
}
