import pg from "pg";
import { databaseName } from "./database";
import type { Cluster } from "./cluster";
import { until } from "./until";

/** Claims that have begun and cannot commit. */
export type HeldClaims = {
  /** Resolves when a worker's claim is being held. */
  met: () => Promise<void>;
  /**
   * Lets them go. Their workers may be gone by then: Postgres commits what nobody hears of any more, unless it is told to
   * end the backend.
   */
  release: (how: "commit" | "roll back") => Promise<void>;
  close: () => Promise<void>;
};

const lock = 354;

/** Every claim waits for a lock that we have, as late as it can: when it notes its attempts. */
export async function holdClaims(cluster: Cluster): Promise<HeldClaims> {
  const client = new pg.Client({ connectionString: cluster.url(databaseName) });
  await client.connect();
  await client.query("select pg_advisory_lock($1)", [lock]);
  await client.query(`
    create function hold_claim() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(${lock});
      return new;
    end $$;
    create trigger hold_claim before insert on attempts for each row when (new.phase = 'claimed') execute function hold_claim()`);
  const waiting = async () => {
    const { rows } = await client.query<{ pid: number }>(
      "select pid from pg_locks where locktype = 'advisory' and not granted",
    );
    return rows.map(({ pid }) => pid);
  };
  return {
    met: async () => void (await until("a claim was held", async () => (await waiting()).length > 0)),
    release: async (how) => {
      if (how === "roll back")
        await client.query("select pg_terminate_backend(pid, 10000) from unnest($1::int[]) pid", [await waiting()]);
      // The lock first: a claim that waits for it keeps the trigger from being dropped.
      await client.query("select pg_advisory_unlock_all()");
      await client.query("drop trigger hold_claim on attempts; drop function hold_claim");
    },
    close: () => client.end(),
  };
}
