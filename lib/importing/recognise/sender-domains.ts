import { findLinks } from "./contacts";
import { findEmails } from "./emails";
import { officeIn } from "./holder";
import type { ScannedLine } from "./scan";
import type { Zone } from "./zones";

/** The mail domains of who wrote, forwarded or carried the appeal: in heads of mails, footers and what is said of themselves. */
export function senderDomains(lines: readonly ScannedLine[], zones: readonly Zone[], from: string | null): Set<string> {
  const own = lines.filter(({ at }) => /^(?:sender|mail)$/.test(zones[at] ?? ""));
  const emails = [...own.map(({ text }) => text), from ?? ""]
    .flatMap(findEmails)
    .map(({ value }) => value.split("@")[1] ?? "");
  const links = own.flatMap(({ text }) => findLinks(text)).map(({ raw }) => hostOf(raw));
  return new Set([...emails, ...links].map(mainDomain).filter((one) => one && !freemail.test(one)));
}

/** The part of a domain that somebody owns, as far as it can be told without a list: two labels, three under "co.uk". */
export function mainDomain(domain: string): string {
  const parts = domain.toLowerCase().split(".");
  const short = /^(?:com?|org|net|gov|go|gob|gouv|gob|ac|edu|or|ne|gc)$/.test(parts.at(-2) ?? "");
  return parts.slice(short ? -3 : -2).join(".");
}

/** Takes what stands beside the sender's own addresses out of the lists of targets. */
export function withoutSender(lines: readonly ScannedLine[], zones: readonly Zone[], own: ReadonlySet<string>): Zone[] {
  if (own.size === 0) return [...zones];
  return zones.map((zone, at) => {
    const line = lines[at];
    if (!line || !/^(?:targets|copies|appeal)$/.test(zone) || officeIn(line.tokens)) return zone;
    const domains = [
      ...findEmails(line.text).map(({ value }) => value.slice(value.indexOf("@") + 1)),
      ...findLinks(line.text).map(({ raw }) => hostOf(raw)),
    ];
    return domains.some((one) => own.has(mainDomain(one))) ? "sender" : zone;
  });
}

function hostOf(link: string): string {
  return (URL.parse(/^https?:/i.test(link) ? link : `http://${link}`)?.hostname ?? "").replace(/^www\./, "");
}

const freemail = /^(?:gmail|yahoo|hotmail|outlook|aol|gmx|web|mail|googlemail|live|msn)\./;
