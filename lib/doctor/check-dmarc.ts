import { type Finding, look, ok, textRecord, wrong } from "./finding";
import type { NameServer } from "./name-server";

/** Whether a domain, or one above it, says what becomes of mail that only claims to come from it (RFC 7489). */
export async function checkDmarc(domain: string, { texts }: NameServer): Promise<Finding> {
  for (const name of upwards(domain)) {
    const records = (await texts(`_dmarc.${name}`)).filter((text) => /^v=DMARC1\s*(?:;|$)/i.test(text));
    if (records.length > 1)
      return wrong(`DMARC: _dmarc.${name} has ${records.length} records, and so none counts.`, "Keep one of them.");
    const [record] = records;
    if (record && !/;\s*p\s*=\s*(?:none|quarantine|reject)\b/i.test(record))
      return wrong(
        `DMARC: the record at _dmarc.${name} has no policy.`,
        record,
        "Add p=none, p=quarantine or p=reject.",
      );
    if (record) return ok(`DMARC: ${record.slice(0, 200)} (at _dmarc.${name})`);
  }
  const advice = textRecord(`_dmarc.${domain}`, `v=DMARC1; p=none; rua=mailto:postmaster@${domain}`);
  return look(`DMARC: ${domain} has no record, and large providers want one.`, "Publish:", advice);
}

function upwards(domain: string): string[] {
  const labels = domain.split(".");
  return labels.slice(0, -1).map((_label, at) => labels.slice(at).join("."));
}
