import { fieldError } from "@/lib/forms";
import type { Prisma } from "@/lib/generated/prisma/client";

type Tx = Prisma.TransactionClient;

/**
 * Makes sure that a slug is free on this installation, until the transaction ends.
 * @param own the campaign that may have it already
 * @throws ZodError slug taken
 */
export async function claimSlug(tx: Tx, slug: string, own?: string): Promise<void> {
  await lock(tx, slug);
  const holder = await tx.campaign.findUnique({ where: { slug }, select: { id: true } });
  if (holder && holder.id !== own) throw fieldError("slug", "taken");
}

/** A free slug like the wanted one: with a number behind it if it has to be. */
export async function claimFreeSlug(tx: Tx, wanted: string): Promise<string> {
  const stem = wanted.slice(0, 70).replace(/-+$/, "") || "appeal";
  await lock(tx, stem);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? stem : `${stem}-${number}`;
    if (!(await tx.campaign.findUnique({ where: { slug }, select: { id: true } }))) {
      await claimSlug(tx, slug);
      return slug;
    }
  }
}

// Two who want the same slug wait for each other, so that the second is told in words and not by a constraint.
async function lock(tx: Tx, slug: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`slug:${slug}`}, 0))`;
}
