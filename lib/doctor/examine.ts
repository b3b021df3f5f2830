import { domainOf } from "@/lib/delivery/mime";
import { env } from "@/lib/env";
import { checkBounces } from "./check-bounces";
import { checkDatabase } from "./check-database";
import { checkDkim } from "./check-dkim";
import { checkDmarc } from "./check-dmarc";
import { checkMailServer, mailHost } from "./check-mail-server";
import { checkReverse } from "./check-reverse";
import { checkSpf } from "./check-spf";
import { type Finding, look, ok, wrong } from "./finding";
import { NoAnswer, nameServer } from "./name-server";

/** Looks at everything a letter needs to arrive, one thing after the other. Sends nothing and changes nothing. */
export async function* examine(): AsyncGenerator<Finding, void, undefined> {
  yield ok("The environment can be read.");
  yield checkDatabase();
  yield checkMailServer();
  const domain = domainOf(env().MAIL_FROM).toLowerCase();
  if (/(?:^|\.)example\.(?:org|com|net)$/.test(domain))
    yield wrong(
      `MAIL_FROM is ${env().MAIL_FROM}, which is nobody's.`,
      "Set it to an address of a domain you may send for.",
    );
  else yield* examineNames(domain);
}

async function* examineNames(domain: string): AsyncGenerator<Finding, void, undefined> {
  const names = nameServer();
  const host = env().SMTP_URL ? mailHost(env().SMTP_URL ?? "") : null;
  const bounces = bounceDomain();
  try {
    yield await checkSpf(domain, host, names);
    if (bounces && bounces !== domain) yield await checkSpf(bounces, host, names);
    yield await checkDkim(names);
    yield await checkDmarc(domain, names);
    if (host) yield await checkReverse(host, names);
    if (bounces) yield await checkBounces(bounces, names);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    yield look(`No name server answers (${error.message}): what is published could not be looked at.`);
  }
}

/** The setting came with the intake of bounces. */
function bounceDomain(): string | null {
  const settings: Record<string, unknown> = env();
  const address = settings["BOUNCE_ADDRESS"];
  return typeof address === "string" ? domainOf(address).toLowerCase() : null;
}
