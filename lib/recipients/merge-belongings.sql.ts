import type { Prisma } from "@/lib/generated/prisma/client";
import type { Pair } from "./merge-versions.sql";

/** Gives everything but letters and addresses of the recipient that goes to the one that stays. */
export async function moveBelongings(tx: Prisma.TransactionClient, pair: Pair): Promise<void> {
  await moveRules(tx, pair);
  await moveCampaigns(tx, pair);
  await moveOffice(tx, pair);
  const { stays, goes } = pair;
  await tx.$executeRaw`update embassies set recipient_id = ${stays}::uuid where recipient_id = ${goes}::uuid`;
  await tx.$executeRaw`
    insert into recipient_group_members (group_id, recipient_id, organisation_id)
    select group_id, ${stays}::uuid, organisation_id from recipient_group_members where recipient_id = ${goes}::uuid
    on conflict do nothing`;
  await tx.recipientGroupMember.deleteMany({ where: { recipientId: goes } });
  await tx.$executeRaw`
    update pauses p set subject_id = ${stays}::uuid
    where p.scope = 'recipient' and p.subject_id = ${goes}::uuid and p.ended_at is null and not exists (
      select from pauses q where q.scope = 'recipient' and q.subject_id = ${stays}::uuid and q.ended_at is null
    )`;
  await tx.$executeRaw`
    update pauses set ended_at = now() where scope = 'recipient' and subject_id = ${goes}::uuid and ended_at is null`;
}

/** Letters stay at offices that were merged: whether anybody writes to them is what is said of the one that stays. */
export async function alikeInContact(tx: Prisma.TransactionClient, stays: string): Promise<void> {
  await tx.$executeRaw`
    update recipients g
    set do_not_contact_at = s.do_not_contact_at, do_not_contact_reason = s.do_not_contact_reason
    from recipients s where s.id = ${stays}::uuid and g.merged_into_id = s.id`;
}

/** Who is written to in one of two places is written to; where both stand, the place of the one that stays is kept. */
async function moveCampaigns(tx: Prisma.TransactionClient, { stays, goes }: Pair): Promise<void> {
  await tx.$executeRaw`
    update campaign_recipients a set role = 'to'
    from campaign_recipients b
    where a.recipient_id = ${stays}::uuid and b.recipient_id = ${goes}::uuid and b.campaign_id = a.campaign_id and b.role = 'to'`;
  await tx.$executeRaw`
    delete from campaign_recipients b where b.recipient_id = ${goes}::uuid and exists (
      select from campaign_recipients a where a.recipient_id = ${stays}::uuid and a.campaign_id = b.campaign_id
    )`;
  await tx.$executeRaw`
    update campaign_recipients set recipient_id = ${stays}::uuid where recipient_id = ${goes}::uuid`;
}

/** Rules name the one that stays. */
async function moveRules(tx: Prisma.TransactionClient, { stays, goes }: Pair): Promise<void> {
  await tx.$executeRaw`update routing_rules set fallback_id = ${stays}::uuid where fallback_id = ${goes}::uuid`;
  await tx.$executeRaw`
    insert into routing_rule_recipients (rule_id, recipient_id, organisation_id, position)
    select rule_id, ${stays}::uuid, organisation_id, position from routing_rule_recipients where recipient_id = ${goes}::uuid
    on conflict do nothing`;
  await tx.routingRuleRecipient.deleteMany({ where: { recipientId: goes } });
}

/** Languages the one that stays is not written about in, its tags, its word that nothing may leave, and former holders. */
async function moveOffice(tx: Prisma.TransactionClient, { stays, goes }: Pair): Promise<void> {
  await tx.$executeRaw`
    insert into recipient_texts (recipient_id, organisation_id, language, office, short, body, salutation)
    select ${stays}::uuid, organisation_id, language, office, short, body, salutation
    from recipient_texts where recipient_id = ${goes}::uuid
    on conflict do nothing`;
  await tx.$executeRaw`
    update recipients a
    set tags = array(select distinct unnest(a.tags || b.tags) order by 1),
      do_not_contact_reason = case when a.do_not_contact_at is null then b.do_not_contact_reason else a.do_not_contact_reason end,
      do_not_contact_at = coalesce(a.do_not_contact_at, b.do_not_contact_at)
    from recipients b where a.id = ${stays}::uuid and b.id = ${goes}::uuid`;
  await tx.$executeRaw`
    update holders set recipient_id = ${stays}::uuid,
      until = case when exists (
        select from holders h where h.recipient_id = ${stays}::uuid and h.until is null
      ) then coalesce(until, current_date) else until end
    where recipient_id = ${goes}::uuid`;
}
