import { v7 as uuidv7 } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { fieldError } from "@/lib/forms";
import { proposeKnown } from "./propose-known";
import { type Reading, readReceived } from "./read";
import { newReceivedKey, sealContent, sealOriginal } from "./sealed";

/** `name`: of its file; null for one that was pasted. */
type Received = { bytes: Uint8Array; name: string | null };

/**
 * Takes an appeal as it came, reads it, and keeps both sealed. What cannot be read is not kept.
 * @returns its id
 * @throws Refusal("no-access"); ZodError at the field it came by, for what cannot be read
 */
export async function receiveAppeal(actor: Actor, { bytes, name }: Received): Promise<string> {
  await requireAccess(actor, "received.open");
  const { document, content: read } = await readAt(name === null ? "appealText" : "appealFile", bytes, name ?? "");
  const content = await proposeKnown(db(), actor, read);
  const id = uuidv7();
  const { key, sealedKey } = newReceivedKey(id);
  const { organisationId, accountId } = actor;
  const { mediaType, encoding } = document;
  const sealed = { sealedKey, sealedBytes: sealOriginal(key, id, bytes), ...sealContent(key, id, content) };
  await db().$transaction(async (tx) => {
    await tx.receivedAppeal.create({ data: { id, organisationId, accountId, mediaType, encoding, ...sealed } });
    await recordEvent(actor, { action: "received.kept", subjectType: "received", subjectId: id }, tx);
  });
  return id;
}

async function readAt(field: string, bytes: Uint8Array, name: string): Promise<Reading> {
  try {
    return await readReceived(bytes, { name: shownName(name) });
  } catch (error) {
    if (error instanceof Refusal) throw fieldError(field, error.code);
    throw error;
  }
}

function shownName(name: string): string {
  return name
    .normalize("NFC")
    .replace(/[\p{C}\u2028\u2029]/gu, "")
    .slice(0, 120);
}
