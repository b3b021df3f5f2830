import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { fieldError } from "@/lib/forms";
import type { Address, Prisma } from "@/lib/generated/prisma/client";
import { type AddressChannel, addressChannels, readAddress } from "@/lib/recipients/address";
import { readLine } from "./queries";
import { type CellChange, type LibraryLine, readCell } from "./schema";
import { lockRecipient } from "@/lib/recipients/own-recipient";
import { rerouteLetters } from "@/lib/recipients/reroute-letters";
import type { AddressInput } from "@/lib/recipients/schema";
import { writeAddresses } from "@/lib/recipients/write-recipient";

type Tx = Prisma.TransactionClient;

/** `meanwhile`: somebody else wrote into this cell since it was opened, and nothing was changed. `by` is their name. */
export type CellOutcome = { line: LibraryLine; meanwhile: boolean; by: string | null };

/**
 * Writes one cell of the library, unless it is no longer what its editor saw. Letters follow an address that changes.
 * @throws Refusal("no-access"), Refusal("not-found"); a field error named like the cell's field
 */
export async function editCell(actor: Actor, change: CellChange): Promise<CellOutcome> {
  await requireAccess(actor, "recipients.manage");
  const { id, field, seen } = change;
  const edit = async (tx: Tx): Promise<CellOutcome> => {
    await lockRecipient(tx, actor, id);
    const before = await readLine(tx, id);
    const read = readCell(field, change.value, before.host ?? before.country);
    if ("error" in read) throw fieldError(field, read.error);
    const { value } = read;
    if (before[field] === value) return { line: before, meanwhile: false, by: null };
    if (before[field] !== seen) return { line: before, meanwhile: true, by: await lastEditor(tx, actor, id) };
    await write(tx, actor, before, { ...change, value });
    const subject = { subjectType: "recipient", subjectId: id };
    await recordEvent(actor, { action: "recipient.saved", ...subject, reason: field }, tx);
    return { line: await readLine(tx, id), meanwhile: false, by: null };
  };
  return db().$transaction(edit, { timeout: 120_000 });
}

async function write(tx: Tx, actor: Actor, line: LibraryLine, { id, field, value }: CellChange): Promise<void> {
  const where = { id };
  if (field === "email" || field === "fax") await writeAddress(tx, actor, line, field, value);
  else if (field === "tags") await tx.recipient.update({ where, data: { tags: value.split(", ").filter(Boolean) } });
  else if (field === "country" || field === "language") await tx.recipient.update({ where, data: { [field]: value } });
  else await writeText(tx, actor, line, field, value);
}

/** An office without any text gets its first one: what is not known yet is what was typed. */
async function writeText(
  tx: Tx,
  { organisationId }: Actor,
  { id: recipientId, textLanguage: language }: LibraryLine,
  field: "short" | "office" | "body" | "salutation",
  value: string,
): Promise<void> {
  await tx.recipientText.upsert({
    where: { recipientId_language: { recipientId, language } },
    update: { [field]: value },
    create: { recipientId, organisationId, language, office: value, short: value, salutation: value, [field]: value },
  });
}

async function writeAddress(
  tx: Tx,
  actor: Actor,
  { id: recipientId, country, host, email, fax }: LibraryLine,
  field: "email" | "fax",
  value: string,
): Promise<void> {
  const before = await tx.address.findMany({
    where: { recipientId, retiredAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const old = field === "email" ? email : fax;
  const { address } = value ? readAddress(field, value, host ?? country) : {};
  if (address && before.some((one) => one.channel === field && one.value === address.value))
    throw fieldError(field, "twice");
  const next: AddressInput[] = address ? [{ ...address, raw: value, status: "working" }] : [];
  const kept = before.map(asInput);
  const at = before.findIndex((one) => one.channel === field && one.value === old);
  const given = at < 0 ? [...kept, ...next] : kept.toSpliced(at, 1, ...next);
  const of = { actor, recipientId };
  await writeAddresses(tx, of, before, given);
  await rerouteLetters(tx, of);
}

function asInput({ channel, value, raw, lane, status }: Address): AddressInput {
  const kind: AddressChannel = addressChannels.find((one) => one === channel) ?? "email";
  return { channel: kind, value, raw: raw ?? value, lane, status };
}

async function lastEditor(tx: Tx, { organisationId }: Actor, subjectId: string): Promise<string | null> {
  const event = await tx.auditEvent.findFirst({
    where: { organisationId, subjectId, action: "recipient.saved" },
    orderBy: { at: "desc" },
    select: { accountId: true },
  });
  if (!event?.accountId) return null;
  const account = await tx.account.findUnique({ where: { id: event.accountId }, select: { name: true } });
  return account?.name ?? null;
}
