import { type MxRecord, NODATA, NOTFOUND } from "node:dns";
import { Resolver } from "node:dns/promises";
import { env } from "@/lib/env";

/** No name server could say whether there is such a record. */
export class NoAnswer extends Error {}

/** What the name servers say; nothing where there is no such record. Each throws NoAnswer. */
export type NameServer = {
  texts: (name: string) => Promise<string[]>;
  exchanges: (name: string) => Promise<MxRecord[]>;
  addresses: (name: string) => Promise<string[]>;
  /** The names of an address. */
  names: (address: string) => Promise<string[]>;
};

/** The name servers of `DNS_SERVERS`, else those of the machine. */
export function nameServer(): NameServer {
  const resolver = new Resolver({ timeout: 3000, tries: 2 });
  const servers = env().DNS_SERVERS;
  if (servers.length > 0) resolver.setServers(servers);
  return {
    texts: async (name) => (await ask(resolver.resolveTxt(name))).map((pieces) => pieces.join("")),
    exchanges: (name) => ask(resolver.resolveMx(name)),
    addresses: async (name) => {
      const [four, six] = await Promise.all([ask(resolver.resolve4(name)), ask(resolver.resolve6(name))]);
      return [...four, ...six];
    },
    names: (address) => ask(resolver.reverse(address)),
  };
}

async function ask<T>(question: Promise<T[]>): Promise<T[]> {
  try {
    return await question;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === NOTFOUND || code === NODATA) return [];
    throw new NoAnswer(String(code), { cause });
  }
}
