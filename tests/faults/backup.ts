import { appName } from "@/lib/database/roles";
import type { Cluster } from "./cluster";
import { asSuperuser } from "./database";

const copyOf = (name: string) => `${name}_backup`;

/** Copies a database as it is at this moment, as a dump does. Whoever uses it is thrown out for the time it takes. */
export async function backUp(cluster: Cluster, name: string): Promise<void> {
  await asSuperuser(cluster, `drop database if exists ${copyOf(name)}`);
  await alone(cluster, name, () =>
    asSuperuser(cluster, `create database ${copyOf(name)} template ${name} owner ${appName}`),
  );
}

/** Puts the copy in the place of what is there. */
export async function restore(cluster: Cluster, name: string): Promise<void> {
  await asSuperuser(cluster, `drop database ${name} with (force)`);
  await asSuperuser(cluster, `alter database ${copyOf(name)} rename to ${name}`);
}

async function alone(cluster: Cluster, name: string, act: () => Promise<unknown>): Promise<void> {
  await asSuperuser(cluster, `alter database ${name} allow_connections false`);
  await asSuperuser(cluster, "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", {
    values: [name],
  });
  await act();
  await asSuperuser(cluster, `alter database ${name} allow_connections true`);
}
