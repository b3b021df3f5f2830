import { validate } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma, ReceivedAppeal } from "@/lib/generated/prisma/client";
import { openContent, openReceivedKey, sealContent } from "./sealed";
import type { ReceivedContent } from "./schema";

type Tx = Prisma.TransactionClient;

/** A received appeal that is opened: its row, its key, and what was read. */
export type OpenReceived = { row: ReceivedAppeal; key: Buffer; content: ReceivedContent };

/**
 * A received appeal of the organisation with what is sealed in it.
 * @throws Refusal("not-found"); Refusal("not-possible-now") when it is no longer open
 */
export async function openOwn({ organisationId }: Actor, id: string, reader: Tx = db()): Promise<OpenReceived> {
  const where = { id, organisationId };
  const row = validate(id) ? await reader.receivedAppeal.findFirst({ where }) : null;
  if (!row) throw new Refusal("not-found");
  if (row.state !== "open" || !row.sealedKey || !row.sealedContent) throw new Refusal("not-possible-now");
  const key = openReceivedKey(id, row.sealedKey);
  return { row, key, content: openContent(key, id, row.sealedContent) };
}

/** The same, that nobody else changes until the transaction ends. */
export async function lockOwn(tx: Tx, actor: Actor, id: string): Promise<OpenReceived> {
  await lockRow(tx, id);
  return openOwn(actor, id, tx);
}

/** @throws Refusal("not-found") for what is no id */
export async function lockRow(tx: Tx, id: string): Promise<void> {
  if (!validate(id)) throw new Refusal("not-found");
  await tx.$queryRaw`select 1 from received_appeals where id = ${id}::uuid for update`;
}

/** Keeps what a member made of it. @returns the mark of what stands there now */
export async function writeContent(tx: Tx, { row, key }: OpenReceived, content: ReceivedContent): Promise<string> {
  const version = row.version + 1;
  await tx.receivedAppeal.update({
    where: { id: row.id },
    data: { ...sealContent(key, row.id, content), version, changedAt: new Date() },
  });
  return String(version);
}
