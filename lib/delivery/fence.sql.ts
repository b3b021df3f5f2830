import { pool } from "@/lib/db";
import type { DeliveryTable, HeldRow } from "./claim.sql";
import { notPaused } from "./not-paused.sql";

/** A row about to leave, with its bytes when they were made just now. */
export type Leaving = {
  row: HeldRow;
  to: "transmitting" | "captured";
  messageId: string;
  /** Sealed; null when the row has them already. */
  sealedBytes: Buffer | null;
};

// The campaign is asked by a value, not by `exists`: that the planner joins, and then walks all letters of the campaign.
const goesOn = {
  letters: `and (select campaign_sends(c.state, c.stopped_at, c.deadline_at) from campaigns c where c.id = t.campaign_id)
    and ${notPaused({ organisation: "t.organisation_id", campaign: "t.campaign_id", recipient: "t.recipient_id", lane: "t.lane" })}`,
  mails: `and not exists (select from pauses where scope = 'installation' and ended_at is null)`,
} as const;

// A letter needs a signer who stands by it; a mail of ours only one who was not erased, or a member.
const mayLeave = {
  letters: `(select g.state = 'confirmed' from signatures g where g.id = t.signature_id)`,
  mails: `coalesce((select g.state <> 'erased' from signatures g where g.id = t.signature_id), true)`,
} as const;

/**
 * Stores the bytes and lets the row go, if its lease is still ours. A captured row ends here: it never meets a server.
 * So does a row whose signer has withdrawn or was erased since it was claimed, without bytes; of one that may have arrived
 * nobody knows then. Bytes that are stored stay as
 * they are, so that a second copy is the first one. The state is compared as text, and the lease after adding nothing, to
 * keep the planner on the primary key: the partial indexes of due and leased rows are always wrong here. What was asked is
 * materialised, or the signature is looked up for each use of its state; which pause it is, is asked only while there is one, or an
 * office nobody writes to:
 * eight letters took 1.25 ms without the two, 0.87 with them and with the condition of the trigger of transitions.
 */
const fenceStatement = (table: DeliveryTable) => `
with asked as materialized (
  select a.id, a.lease, a.message_id, substring($8::bytea from a.start for a.length) as sealed_bytes, a.n, a.to_state as wanted,
    case when ${mayLeave[table]} then a.to_state when t.doubled_at is null then 'cancelled' else 'unknown' end as to_state
  from unnest($1::uuid[], $2::uuid[], $3::delivery_state[], $4::text[], $5::int[], $6::int[])
    with ordinality as a (id, lease, to_state, message_id, start, length, n)
  join ${table} t on t.id = a.id
), passed as (
  update ${table} t
  set state = a.to_state, state_at = now(),
    message_id = coalesce(t.message_id, a.message_id), sealed_bytes = case when a.to_state = a.wanted then coalesce(t.sealed_bytes, a.sealed_bytes) end,
    lease = case when a.to_state = 'transmitting' then t.lease end,
    lease_until = case when a.to_state = 'transmitting' then now() + make_interval(secs => $7) end
  from asked a
  where t.id = a.id and t.lease = a.lease and t.state::text = 'claimed' and t.lease_until + interval '0' > now()
    ${goesOn[table]}
  returning a.n, t.id, t.attempt_count, a.lease, a.to_state, a.wanted
), logged as (
  insert into attempts (${table === "letters" ? "letter_id" : "mail_id"}, number, lease, phase, outcome)
  select id, attempt_count, lease, case to_state when 'transmitting' then 'transmitting' else 'ended' end::attempt_phase,
    case when to_state <> 'transmitting' then to_state end
  from passed
)
select coalesce(p.to_state = p.wanted, false) as passed
from generate_series(1, cardinality($1::uuid[])) a (n) left join passed p using (n) order by a.n`;

/** Runs the fence for all rows at once. @returns whether each may leave, in the order given */
export async function fenceRows(table: DeliveryTable, rows: Leaving[], leaseSeconds: number): Promise<boolean[]> {
  const { bytes, starts, lengths } = inOne(rows.map(({ sealedBytes }) => sealedBytes));
  const values = [
    rows.map(({ row }) => row.id),
    rows.map(({ row }) => row.lease),
    rows.map(({ to }) => to),
    rows.map(({ messageId }) => messageId),
    starts,
    lengths,
    leaseSeconds,
    bytes,
  ];
  const text = fenceStatement(table);
  const { rows: answers } = await pool().query<{ passed: boolean }>({ name: `fence-${table}`, text, values });
  return answers.map(({ passed }) => passed);
}

/**
 * Bytes of many rows in one piece, which travels as it is; in an array they would go as text, twice as long, to be read again.
 * @returns where each stands, from 1; a row without bytes has no length
 */
function inOne(pieces: (Buffer | null)[]): { bytes: Buffer; starts: number[]; lengths: (number | null)[] } {
  let next = 1;
  const starts = pieces.map((piece) => (next += piece?.length ?? 0) - (piece?.length ?? 0));
  return {
    bytes: Buffer.concat(pieces.filter((piece) => piece !== null)),
    starts,
    lengths: pieces.map((piece) => piece?.length ?? null),
  };
}
