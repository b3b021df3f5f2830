import { Prisma } from "@/lib/generated/prisma/client";

type Of = { organisationId: string; recipientId: string; holderId: string };

/** How many letters would salute another holder: those we send, those that lie with their writers, and those made before. */
export type Resaluted = { ours: number; withWriters: number; frozen: number };

/**
 * The letters of a recipient, and of those merged into it, that have not left and salute somebody else than this holder. `fresh`: no bytes were ever made of
 * it, and nobody has it in hand; of the others what it says is fixed.
 */
const unsent = ({ organisationId, recipientId, holderId }: Of): Prisma.Sql => Prisma.sql`
  select l.id, l.state, l.sealed_bytes is null and l.message_id is null and l.state <> 'claimed' as fresh
  from letters l join campaigns c on c.id = l.campaign_id
  where c.organisation_id = ${organisationId}::uuid and c.state in ('live', 'paused', 'closed')
    and l.recipient_id in (
      select id from recipients where id = ${recipientId}::uuid or merged_into_id = ${recipientId}::uuid
    )
    and l.holder_id is distinct from ${holderId}::uuid
    and l.state in ('queued', 'waiting', 'held', 'quarantined', 'with_signer', 'claimed')`;

/** @returns how many letters `resalute` would change, and how many it cannot */
export async function countSaluted(tx: Prisma.TransactionClient, of: Of): Promise<Resaluted> {
  const [row] = await tx.$queryRaw<[Resaluted]>`
    select (count(*) filter (where fresh and state <> 'with_signer'))::int as ours,
      (count(*) filter (where fresh and state = 'with_signer'))::int as "withWriters",
      (count(*) filter (where not fresh))::int as frozen
    from (${unsent(of)}) u`;
  return row;
}

/** Lets letters that nobody has made bytes of salute this holder. One that a worker takes meanwhile stays as it is. */
export async function resalute(tx: Prisma.TransactionClient, of: Of): Promise<number> {
  return tx.$executeRaw`
    update letters l set holder_id = ${of.holderId}::uuid
    from (${unsent(of)}) u
    where l.id = u.id and u.fresh and l.sealed_bytes is null and l.message_id is null
      and l.state in ('queued', 'waiting', 'held', 'quarantined', 'with_signer')`;
}
