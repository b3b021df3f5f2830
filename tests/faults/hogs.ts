import pg from "pg";
import type { Cluster } from "./cluster";

const noneLeft = "53300";

/** Takes every connection a server has left, also those that only a superuser may have. */
export async function takeConnections(cluster: Cluster, held: pg.Client[]): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: cluster.url("postgres") });
    client.on("error", () => undefined);
    try {
      await client.connect();
    } catch (error) {
      if ((error as { code?: string }).code === noneLeft) return;
      throw error;
    }
    held.push(client);
  }
}

/** Ends what the app has of connections, over one that is held. */
export async function endConnections(held: pg.Client[], role: string): Promise<void> {
  await held[0]?.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = $1", [role]);
}
