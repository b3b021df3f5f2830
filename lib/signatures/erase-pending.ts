import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { readToken } from "@/lib/privacy/links";

const mostAtOnce = 1000;

/**
 * Erases an unconfirmed signature on the word of whoever holds its confirmation link: all that was typed under that
 * address, its mails, and the row itself. A confirmed one is left alone: its own page withdraws and erases.
 * @throws Refusal link-unknown
 */
export async function erasePending(token: string): Promise<void> {
  const id = readToken("confirm", token);
  const submission = id && (await db().submission.findUnique({ where: { id }, select: { signatureId: true } }));
  if (!submission || !submission.signatureId) throw new Refusal("link-unknown");
  const { signatureId } = submission;
  await db().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      select id from signatures where id = ${signatureId}::uuid and state = 'pending' for update`;
    await deleteSignatures(tx, rows);
  });
}

/**
 * Forgets signatures that nobody confirmed while their links worked.
 * @returns how many
 */
export async function purgePending(): Promise<number> {
  return db().$transaction(async (tx) => {
    // `skip locked`: somebody who signs again at this moment keeps theirs.
    const rows = await tx.$queryRaw<{ id: string }[]>`
      select id from signatures g
      where state = 'pending' and created_at < now() - interval '7 days'
        and not exists (select from submissions s where s.signature_id = g.id and s.expires_at > now())
      order by created_at limit ${mostAtOnce} for update skip locked`;
    return deleteSignatures(tx, rows);
  });
}

async function deleteSignatures(tx: Prisma.TransactionClient, rows: { id: string }[]): Promise<number> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.mail.deleteMany({ where: { signatureId: { in: ids } } });
  await tx.submission.deleteMany({ where: { signatureId: { in: ids } } });
  return (await tx.signature.deleteMany({ where: { id: { in: ids } } })).count;
}
