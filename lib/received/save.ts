import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { lockOwn, writeContent } from "./find-own";
import type { Fields } from "./schema";

/**
 * Keeps the fields of a draft as they stand in its form; those it does not know are left out. What is the same as before is no
 * change.
 * @returns the mark of what stands there now
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for one that is not open,
 *   Refusal("changed-meanwhile") when somebody else changed it since it was shown
 */
export async function saveReceived(actor: Actor, id: string, { seen, ...typed }: Fields): Promise<string> {
  await requireAccess(actor, "campaigns.edit");
  return db().$transaction(async (tx) => {
    const opened = await lockOwn(tx, actor, id);
    const { row, content } = opened;
    const fields = withTyped(content.fields, typed);
    const same = Object.keys(fields).every((name) => fields[name] === content.fields[name]);
    if (same) return String(row.version);
    if (seen !== String(row.version)) throw new Refusal("changed-meanwhile");
    return writeContent(tx, opened, { ...content, fields });
  });
}

/** A tick that is not sent was taken out. */
function withTyped(before: Fields, typed: Fields): Fields {
  return Object.fromEntries(
    Object.keys(before).map((name) => [name, typed[name]?.normalize("NFC").replace(/\r\n?/g, "\n") ?? ""]),
  );
}
