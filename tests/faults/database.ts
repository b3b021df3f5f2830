import pg from "pg";
import { appName } from "@/lib/database/roles";
import { migrate } from "@/lib/database/migrate";
import type { Cluster } from "./cluster";

/** Every repeat has a database of this name, as if it were the only one. */
export const databaseName = "appeals_faults";
const template = "appeals_faults_template";

/** Makes the migrated template, once for a cluster. It belongs to the role the app works as. */
export async function makeTemplate(cluster: Cluster): Promise<void> {
  await asSuperuser(cluster, `create database ${template} owner ${appName}`);
  await migrate(cluster.appUrl(template));
}

/** An empty database under the name every repeat uses; the one before goes, whoever is connected. */
export async function freshDatabase(cluster: Cluster): Promise<void> {
  await asSuperuser(cluster, `drop database if exists ${databaseName} with (force)`);
  await asSuperuser(cluster, `create database ${databaseName} template ${template} owner ${appName}`);
}

/** Runs one statement over a connection of its own. @param database where, else beside all */
export async function asSuperuser<Row extends pg.QueryResultRow>(
  cluster: Cluster,
  text: string,
  { values = [], database = "postgres" }: { values?: unknown[]; database?: string } = {},
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: cluster.url(database), connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
