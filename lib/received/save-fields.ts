import type { Actor } from "@/lib/accounts/access";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { lockOwn, writeContent } from "./find-own";
import type { Fields } from "./schema";

/**
 * Writes the fields of an open draft, as they stand in its form; those it does not know are left out. What is the same as before
 * is no change.
 * @returns the mark of what stands there now
 * @throws Refusal as `saveReceived`
 */
export async function saveFields(
  tx: Prisma.TransactionClient,
  actor: Actor,
  id: string,
  { seen, ...typed }: Fields,
): Promise<string> {
  const opened = await lockOwn(tx, actor, id);
  const { row, content } = opened;
  const fields = withTyped(content.fields, typed);
  const same = Object.keys(fields).every((name) => fields[name] === content.fields[name]);
  if (same) return String(row.version);
  if (seen !== String(row.version)) throw new Refusal("changed-meanwhile");
  return writeContent(tx, opened, { ...content, fields });
}

/** A tick that is not sent was taken out. */
function withTyped(before: Fields, typed: Fields): Fields {
  return Object.fromEntries(
    Object.keys(before).map((name) => [name, typed[name]?.normalize("NFC").replace(/\r\n?/g, "\n") ?? ""]),
  );
}
