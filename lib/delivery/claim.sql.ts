import { pool } from "@/lib/db";
import type { Disclosure, MailKind, SignatureState } from "@/lib/generated/prisma/enums";

/** The two tables of what leaves the house. */
export type DeliveryTable = "letters" | "mails";

/** A row this process holds until its lease ends. Bytes and Message-ID are there once it was rendered. */
type Held = {
  id: string;
  lease: string;
  attempt: number;
  ageSeconds: number;
  doubled: boolean;
  messageId: string | null;
  sealedBytes: Buffer | null;
  organisationId: string;
  language: string;
  /** The submission's words, sealed under the campaign's key; null once they were scrubbed. */
  sealed: Buffer | null;
  senderName: string;
  senderAddress: string | null;
};

/** What is written from a submission. */
type Signed = Held & {
  campaignId: string;
  submissionId: string;
  revisionId: string;
  fallbackLanguage: string;
};

export type HeldLetter = Signed & {
  table: "letters";
  recipientId: string;
  disclosure: Disclosure;
  holderId: string | null;
  addressId: string | null;
  address: string | null;
};

export type HeldMail = Signed & {
  table: "mails";
  staffAddress: null;
  kind: "confirmation" | "already_signed";
  signatureId: string;
  signatureState: SignatureState;
};

/** A mail to a member: its bytes were made with it. */
export type HeldStaffMail = Held & {
  table: "mails";
  staffAddress: string;
  kind: MailKind;
};

export type HeldRow = HeldLetter | HeldMail | HeldStaffMail;

/** Whether a row is a mail to a member. */
export function isStaffMail(row: HeldRow): row is HeldStaffMail {
  return row.table === "mails" && row.staffAddress !== null;
}

const held = `t.id, t.lease, t.attempt_count as attempt, extract(epoch from now() - t.created_at)::float8 as "ageSeconds",
  t.doubled_at is not null as doubled, t.message_id as "messageId", t.sealed_bytes as "sealedBytes",
  t.organisation_id as "organisationId", t.campaign_id as "campaignId", t.submission_id as "submissionId", t.language,
  s.sealed, coalesce(o.sender_name, o.name) as "senderName", o.sender_address as "senderAddress",
  c.default_language as "fallbackLanguage"`;

const joined = `join submissions s on s.id = t.submission_id
join campaigns c on c.id = t.campaign_id
join organisations o on o.id = t.organisation_id`;

const take = `state = 'claimed', state_at = now(), lease = gen_random_uuid(),
    lease_until = now() + make_interval(secs => $2), attempt_count = t.attempt_count + 1`;

/** Letters by e-mail that are due, of campaigns that are not paused, the longest due first; each under its own lease. */
export const claimLettersStatement = `
with due as (
  select l.id
  from letters l join campaigns c on c.id = l.campaign_id
  where l.state in ('queued', 'waiting') and l.due_at <= now() and l.channel = 'email' and c.state in ('live', 'closed')
  order by l.due_at
  limit $1
  for update of l skip locked
), taken as (
  update letters t set ${take}
  from due where t.id = due.id
  returning t.*
), logged as (
  insert into attempts (letter_id, number, lease, phase) select id, attempt_count, lease, 'claimed' from taken
)
select 'letters' as table, ${held}, t.revision_id as "revisionId", t.recipient_id as "recipientId", s.disclosure,
  t.holder_id as "holderId", t.address_id as "addressId", a.value as address
from taken t
${joined}
left join addresses a on a.id = t.address_id
order by t.due_at`;

/** Our own mails that are due. A paused campaign still answers its signers. */
export const claimMailsStatement = `
with due as (
  select id from mails
  where state in ('queued', 'waiting') and due_at <= now()
  order by due_at
  limit $1
  for update skip locked
), taken as (
  update mails t set ${take}
  from due where t.id = due.id
  returning t.*
), logged as (
  insert into attempts (mail_id, number, lease, phase) select id, attempt_count, lease, 'claimed' from taken
)
select 'mails' as table, ${held}, t.kind, t.signature_id as "signatureId", g.state as "signatureState", s.revision_id as "revisionId",
  t.staff_address as "staffAddress"
from taken t
left join submissions s on s.id = t.submission_id
left join signatures g on g.id = t.signature_id
left join campaigns c on c.id = t.campaign_id
join organisations o on o.id = t.organisation_id
order by t.due_at`;

/** @param leaseSeconds by the database's clock */
export async function claimLetterRows(most: number, leaseSeconds: number): Promise<HeldLetter[]> {
  const values = [most, leaseSeconds];
  return (await pool().query<HeldLetter>({ name: "claim-letters", text: claimLettersStatement, values })).rows;
}

/** @param leaseSeconds by the database's clock */
export async function claimMailRows(most: number, leaseSeconds: number): Promise<(HeldMail | HeldStaffMail)[]> {
  const values = [most, leaseSeconds];
  return (await pool().query<HeldMail | HeldStaffMail>({ name: "claim-mails", text: claimMailsStatement, values }))
    .rows;
}
