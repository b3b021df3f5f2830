import { validate } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { ImportState } from "@/lib/generated/prisma/enums";
import { db } from "@/lib/db";
import { openImportFile } from "./file-seal";
import type { ImportSettings } from "./schema";

export type OwnImport = { state: ImportState; settings: ImportSettings; fault: string | null };

/**
 * An import of the organisation, that nobody else changes until the transaction ends.
 * @throws Refusal("not-found"), Refusal("not-possible-now") in another state
 */
export async function lockImport(
  tx: Prisma.TransactionClient,
  { organisationId }: Actor,
  id: string,
  states: readonly ImportState[],
): Promise<OwnImport> {
  if (!validate(id)) throw new Refusal("not-found");
  await tx.$queryRaw`select 1 from recipient_imports where id = ${id}::uuid for no key update`;
  const select = { state: true, settings: true, fault: true };
  const found = await tx.recipientImport.findFirst({ where: { id, organisationId }, select });
  if (!found) throw new Refusal("not-found");
  if (!states.includes(found.state)) throw new Refusal("not-possible-now");
  return { ...found, settings: found.settings as ImportSettings };
}

/** The bytes of an import's file. @throws Refusal("not-found") */
export async function readImportFile({ organisationId }: Pick<Actor, "organisationId">, id: string): Promise<Buffer> {
  const where = { id, organisationId };
  const found = validate(id) ? await db().recipientImport.findFirst({ where, select: { sealedFile: true } }) : null;
  if (!found) throw new Refusal("not-found");
  return openImportFile(id, found.sealedFile);
}
