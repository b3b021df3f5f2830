import { createPublicKey, type KeyObject } from "node:crypto";
import { isAligned } from "@/lib/delivery/dkim";
import { env } from "@/lib/env";
import { type Finding, look, ok, textRecord, wrong } from "./finding";
import type { NameServer } from "./name-server";

/** Whether what is published at the selector is the public half of our key (RFC 6376 §3.6.1). */
export async function checkDkim({ texts }: NameServer): Promise<Finding> {
  const { DKIM_KEY: key, DKIM_SELECTOR: selector, DKIM_DOMAIN: domain, MAIL_FROM: from } = env();
  if (!key || !selector)
    return look("DKIM: mail leaves unsigned.", "Set DKIM_KEY and DKIM_SELECTOR, unless your mail server signs.");
  if (!isAligned(from, domain))
    return wrong(`DKIM: DKIM_DOMAIN is ${domain}, and so mail from ${from} leaves unsigned.`, "Make the two agree.");
  const name = `${selector}._domainkey.${domain}`;
  const expected = publicHalf(key);
  const advice = [
    "Publish:",
    textRecord(name, `v=DKIM1; k=${key.asymmetricKeyType === "rsa" ? "rsa" : "ed25519"}; p=${expected}`),
  ];
  const records = await texts(name);
  const [record = ""] = records;
  if (records.length === 0) return wrong(`DKIM: there is no record at ${name}.`, ...advice);
  if (records.length > 1)
    return wrong(`DKIM: there are ${records.length} records at ${name}.`, "Keep one of them.", ...advice);
  const tags = tagsOf(record);
  if (tags.get("p") !== expected) return wrong(`DKIM: the record at ${name} belongs to another key.`, ...advice);
  if (tags.get("t")?.split(":").includes("y"))
    return look(`DKIM: the record at ${name} says that it is a test (t=y).`, "Receivers may not mind it.", ...advice);
  if (key.asymmetricKeyType === "ed25519")
    return look(`DKIM: the record at ${name} matches our key.`, "Many servers do not know Ed25519 yet: RSA is safer.");
  return ok(`DKIM: the record at ${name} matches our key.`);
}

/** RFC 8463 §4.2: of Ed25519 the bare 32 octets, without what says which kind of key it is. */
export function publicHalf(key: KeyObject): string {
  const der = createPublicKey(key).export({ type: "spki", format: "der" });
  return (key.asymmetricKeyType === "ed25519" ? der.subarray(-32) : der).toString("base64");
}

function tagsOf(record: string): Map<string, string> {
  return new Map(
    record.split(";").map((tag) => {
      const [name = "", ...value] = tag.split("=");
      return [name.trim(), value.join("=").replace(/\s+/g, "")];
    }),
  );
}
