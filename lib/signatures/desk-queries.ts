import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { SignatureState } from "@/lib/generated/prisma/enums";
import { listedShape } from "./listed-shape";
import type { SignatureFilter, SignatureQuery } from "./schema";

/** A signature without its signer: nothing in it says who it was. */
export type ListedSignature = Prisma.SignatureGetPayload<{ select: typeof listedShape }>;

/** The states a filter stands for. */
export function statesOf(filter: SignatureFilter): SignatureState[] {
  return filter === "signed" ? ["pending", "confirmed"] : [filter];
}

/**
 * A page of a campaign's signatures, newest first. Ids rise with time (UUID v7), so the id is the key of the page.
 * @param query `before` is the id of the last signature of the page before
 * @returns the signatures, and the `before` of the next page or null at the end
 * @throws Refusal("no-access")
 */
export async function listSignatures(
  actor: Actor,
  campaignId: string,
  { state, before, limit }: SignatureQuery & { limit: number },
): Promise<{ signatures: ListedSignature[]; next: string | null }> {
  await requireAccess(actor, "signatures.read");
  if (!validate(campaignId)) return { signatures: [], next: null };
  const rows = await db().signature.findMany({
    where: {
      organisationId: actor.organisationId,
      campaignId,
      state: state ? { in: statesOf(state) } : undefined,
      id: before ? { lt: before } : undefined,
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: listedShape,
  });
  const signatures = rows.slice(0, limit);
  return { signatures, next: rows.length > limit ? (signatures.at(-1)?.id ?? null) : null };
}

/** @throws Refusal("not-found"), also for a signature of another organisation */
export async function requireSignature(organisationId: string, id: string): Promise<void> {
  const where = { id, organisationId };
  const row = validate(id) ? await db().signature.findFirst({ where, select: { id: true } }) : null;
  if (!row) throw new Refusal("not-found");
}
