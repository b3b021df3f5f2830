import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/lib/database/embedded";
import { migrate } from "@/lib/database/migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the test cluster is: an administrator's address of its database `postgres`. */
    clusterUrl: string;
  }
}

/** The database every test's own is cloned from. */
export const templateName = "appeals_template";

/** A throw-away Postgres with a migrated template, for all integration tests of one run. Never `DATABASE_URL`. */
export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given ? null : await startEmbedded(null);
  const url = given ?? embedded?.superuserUrl ?? "";
  await makeTemplate(url);
  project.provide("clusterUrl", url);
  return async () => embedded?.stop();
}

async function makeTemplate(url: string): Promise<void> {
  await asAdministrator(url, async (client) => {
    await client.query(`drop database if exists ${templateName}`);
    await client.query(`create database ${templateName}`);
  });
  await migrate(databaseIn(url, templateName));
}

/** The address of another database in the same cluster. */
export function databaseIn(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.toString();
}

/** Runs something over one connection of its own. */
export async function asAdministrator<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
