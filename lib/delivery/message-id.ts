import { createHmac } from "node:crypto";
import { deriveKey, prepare } from "@/lib/privacy/sealing";
import { domainOf } from "./mime";

/**
 * The Message-ID of a letter or mail, without angle brackets. It follows from the row and the master key: a database that was
 * restored from a backup gives the same one again, so that a second copy is known as such; and it tells nobody the row's id.
 */
export function makeMessageId({ table, id }: { table: string; id: string }, sender: string): string {
  const digest = createHmac("sha256", prepare(deriveKey("message-ids")))
    .update(`${table}:${id}`)
    .digest();
  return `${digest.toString("hex", 0, 16)}@${domainOf(sender)}`;
}
