import { timingSafeEqual } from "node:crypto";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { hasOwner, lockInstallation, makeFirstOwner } from "./first-owner";
import { hashPassword } from "./password";
import type { SetUpRequest } from "./schema";
import { setUpKey } from "./set-up-link";

/**
 * Sets up an installation that has no owner: organisation, account and owner in one transaction, once.
 * @returns the owner's account id
 * @throws Refusal("link-unknown") for a token that is not the latest; Refusal("set-up-done") for one that was used
 */
export async function setUp({ token, password, ...input }: SetUpRequest): Promise<string> {
  await refuseToken(db(), token);
  const passwordHash = await hashPassword(password);
  return db().$transaction(async (tx) => {
    await lockInstallation(tx);
    await refuseToken(tx, token);
    return makeFirstOwner(tx, { ...input, passwordHash });
  });
}

/** Why a set-up link does not, or no longer, open the form; null when it does. */
export async function findSetUpRefusal(token: string): Promise<"link-unknown" | "set-up-done" | null> {
  return refusalOf(db(), token);
}

async function refusalOf(tx: Prisma.TransactionClient, token: string) {
  const row = await tx.installation.findUnique({ where: { id: 1 }, select: { setUpKey: true } });
  if (!row?.setUpKey || !timingSafeEqual(row.setUpKey, setUpKey(token))) return "link-unknown";
  return (await hasOwner(tx)) ? "set-up-done" : null;
}

async function refuseToken(tx: Prisma.TransactionClient, token: string): Promise<void> {
  const refusal = await refusalOf(tx, token);
  if (refusal) throw new Refusal(refusal);
}
