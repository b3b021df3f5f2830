import { v7 as uuidv7 } from "uuid";
import { pool } from "@/lib/db";
import { log } from "@/lib/log";

/**
 * Stamps a new database. One whose stamp is another's was restored from a backup: what it calls unsent may have left after the
 * backup was made, so that nothing leaves until a member has said so.
 */
const stampStatement = `
with restored as (
  select database_stamp is not null as restored from installation where database_stamp is distinct from database_stamp()
), paused as (
  insert into pauses (id, scope, cause) select $1, 'installation', 'restored' from restored where restored
  on conflict (scope, organisation_id, subject_id, lane) where ended_at is null
    do update set cause = 'restored', created_at = now()
), told as (
  insert into audit_events (id, action) select $1, 'delivery.restored' from restored where restored
), stamped as (
  update installation set database_stamp = database_stamp() where exists (select from restored)
)
select restored from restored`;

/** Run by every worker before it claims anything, and again and again: a database may be exchanged under a running worker. */
export async function noticeRestored(): Promise<void> {
  const { rows } = await pool().query<{ restored: boolean }>({ text: stampStatement, values: [uuidv7()] });
  if (rows[0]?.restored) log.error("this database was restored from a backup: nothing leaves until an owner says so");
}
