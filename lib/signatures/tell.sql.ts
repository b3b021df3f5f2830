import { pool } from "@/lib/db";

/** Such mails of a campaign that wait at the same time, so that other mails are not kept waiting behind them. */
export const mostWaiting = 500;

type Telling = {
  kind: "stopped" | "lifted";
  /** The parts of a statement of which `untold` names the signatures to be told; `$1` is how many mails may wait. */
  untold: string;
  /** The part that marks the campaigns in which nobody is left to be told. */
  done: string;
};

/** A statement that makes a mail to each of some signatures, one of its kind while that is not over. */
export function tellStatement({ kind, untold, done }: Telling): string {
  return `
with ${untold}, told as (
  insert into mails (id, organisation_id, campaign_id, signature_id, submission_id, kind, language, lane)
  select gen_random_uuid(), organisation_id, campaign_id, id, submission_id, '${kind}', language,
    coalesce(encode(domain_key, 'hex'), '')
  from untold
  on conflict (campaign_id, signature_id) where kind = '${kind}' and state <> 'cancelled' and over_at is null do nothing
  returning id
), ${done}, nudged as (
  select graphile_worker.add_job('deliver') from (select from told limit 1) one
)
select (select count(*) from told)::int as told, (select count(*) from nudged) as nudges`;
}

/** Runs such a statement. @returns how many mails were made */
export async function tell(name: string, text: string, most: number): Promise<number> {
  const { rows } = await pool().query<{ told: number }>({ name, text, values: [most] });
  return rows[0]?.told ?? 0;
}
