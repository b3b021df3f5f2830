import { pool } from "@/lib/db";
import type { DeliveryState, HoldReason } from "@/lib/generated/prisma/enums";

/** A letter by e-mail, as far as a row asks for it. */
export type LetterRow = {
  id: string;
  campaignId: string;
  signatureId: string;
  lane: string;
  state: DeliveryState;
  holdReason: HoldReason | null;
  messageId: string | null;
  doubled: boolean;
};

/** Every letter by e-mail. */
export async function readLetters(): Promise<LetterRow[]> {
  const { rows } = await pool().query<LetterRow>(`
    select id, campaign_id as "campaignId", signature_id as "signatureId", lane, state, hold_reason as "holdReason",
      message_id as "messageId", doubled_at is not null as doubled
    from letters where channel = 'email'`);
  return rows;
}

// Of the moment at which a row is looked at: now() is that of a statement's beginning, and a row it sees may be younger.
const soon = "clock_timestamp() + interval '10 milliseconds'";

/** How many letters are with a worker, or should be. What was put off, or is held until a lane is tried again, need not. */
export async function countOverdue(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(`
    select count(*)::int as count from letters l left join lanes n on n.name = l.lane
    where channel = 'email' and (
      state in ('claimed', 'transmitting')
      or state in ('queued', 'waiting') and due_at <= ${soon} and coalesce(n.probe_at <= ${soon}, true)
      or state = 'held' and hold_reason = 'breaker' and coalesce(n.probe_at <= ${soon}, true)
    )`);
  return rows[0]?.count ?? 0;
}

/** Makes letters that were put off due now, and lanes tried now, as a member does who cannot wait. @returns how many there were */
export async function hurry(): Promise<number> {
  const letters = await pool().query(`
    update letters set due_at = now()
    where channel = 'email' and state in ('queued', 'waiting') and due_at > now()`);
  const lanes = await pool().query("update lanes set probe_at = now() where probe_at > now()");
  return (letters.rowCount ?? 0) + (lanes.rowCount ?? 0);
}
