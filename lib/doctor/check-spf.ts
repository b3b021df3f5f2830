import { type Finding, look, ok, textRecord, wrong } from "./finding";
import type { NameServer } from "./name-server";

/**
 * Whether a domain says who may send for it (RFC 7208). Which servers its record means is not worked out: the server that
 * delivers is not always the one that takes our mail.
 */
export async function checkSpf(domain: string, host: string | null, { texts }: NameServer): Promise<Finding> {
  const records = (await texts(domain)).filter((text) => /^v=spf1(?: |$)/i.test(text));
  const [record = ""] = records;
  const sender = host ? `a:${host}` : "a:mail.example.org";
  const advice = textRecord(domain, `v=spf1 ${sender} -all`);
  if (records.length === 0)
    return wrong(`SPF: ${domain} has no record.`, "Publish, with the server that delivers:", advice);
  if (records.length > 1)
    return wrong(`SPF: ${domain} has ${records.length} records, and so none counts.`, "Keep one of them.", ...records);
  if (/\s\+?all(?:\s|$)/i.test(record))
    return wrong(`SPF: ${domain} lets everybody send for it.`, record, "Publish:", advice);
  if (!/\s[-~]all(?:\s|$)|\sredirect=/i.test(record))
    return look(`SPF: the record of ${domain} says nothing of other servers.`, record, "Let it end in -all or ~all.");
  return ok(`SPF: ${domain} says who may send for it. See that it means the server that delivers: ${record}`);
}
