import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import type { Prisma } from "@/lib/generated/prisma/client";
import { normaliseEmail } from "@/lib/privacy/email-keys";
import { hashPassword } from "./password";

type FirstOwner = { organisation?: string; name: string; email: string; passwordHash: string };

/** Whether anybody owns this installation. */
export async function hasOwner(tx: Prisma.TransactionClient): Promise<boolean> {
  return (await tx.member.count({ where: { role: "owner", removedAt: null } })) > 0;
}

/** Lets one process at a time give this installation its owner; held until the transaction ends. */
export async function lockInstallation(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('appeals-desk:first-owner'))`;
}

/**
 * Makes the owner from OWNER_EMAIL and OWNER_PASSWORD on an installation that has none.
 * @returns `made`, `there` (an owner exists, nothing changed) or `unset` (the environment names none)
 */
export async function ensureFirstOwner(): Promise<"made" | "there" | "unset"> {
  const { OWNER_EMAIL: email, OWNER_PASSWORD: password } = env();
  if (await hasOwner(db())) return "there";
  if (!email || !password) return "unset";
  const passwordHash = await hashPassword(password);
  return db().$transaction(async (tx) => {
    await lockInstallation(tx);
    if (await hasOwner(tx)) return "there";
    await makeFirstOwner(tx, { name: "Owner", email, passwordHash });
    return "made";
  });
}

/**
 * Gives the installation its first owner. An organisation without members, if it is the only one (the demo's), is taken
 * over and renamed; else a new one is made.
 * @returns the owner's account id
 */
export async function makeFirstOwner(tx: Prisma.TransactionClient, owner: FirstOwner): Promise<string> {
  const organisationId = await takeOrganisation(tx, owner.organisation);
  const { name, passwordHash } = owner;
  const account = await tx.account.upsert({
    where: { email: normaliseEmail(owner.email) },
    create: { id: uuid(), email: normaliseEmail(owner.email), name, passwordHash },
    update: { name, passwordHash },
  });
  await tx.member.upsert({
    where: { organisationId_accountId: { organisationId, accountId: account.id } },
    create: { id: uuid(), organisationId, accountId: account.id, role: "owner" },
    update: { role: "owner", removedAt: null },
  });
  await tx.installation.updateMany({ data: { setUpAt: new Date() } });
  return account.id;
}

async function takeOrganisation(tx: Prisma.TransactionClient, name?: string): Promise<string> {
  const organisations = await tx.organisation.findMany({
    take: 2,
    select: { id: true, _count: { select: { members: true } } },
  });
  const [only, other] = organisations;
  if (only && !other && only._count.members === 0) {
    if (name) await tx.organisation.update({ where: { id: only.id }, data: { name } });
    return only.id;
  }
  const made = await tx.organisation.create({ data: { id: uuid(), name: name ?? "Our organisation" } });
  return made.id;
}
