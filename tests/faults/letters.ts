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

/** How many letters are with a worker, or should be: those that are due, and those a breaker holds back. */
export async function countOverdue(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(`
    select count(*)::int as count from letters
    where channel = 'email' and (
      state in ('claimed', 'transmitting')
      or state in ('queued', 'waiting') and due_at <= now()
      or state = 'held' and hold_reason = 'breaker'
    )`);
  return rows[0]?.count ?? 0;
}

/** Makes letters that were put off due now, as a member does who cannot wait. @returns how many there were */
export async function hurry(): Promise<number> {
  const { rowCount } = await pool().query(`
    update letters set due_at = now()
    where channel = 'email' and state in ('queued', 'waiting') and due_at > now()`);
  return rowCount ?? 0;
}
