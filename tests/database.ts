import { randomBytes } from "node:crypto";
import { asAdministrator, databaseIn, templateName } from "./cluster";

export type TestDatabase = { url: string; drop: () => Promise<void> };

/** A database of its own, cloned from the migrated template. @param clusterUrl as provided by the cluster's set-up */
export async function testDatabase(clusterUrl: string): Promise<TestDatabase> {
  const name = `appeals_test_${randomBytes(6).toString("hex")}`;
  await asAdministrator(clusterUrl, async (client) => {
    await client.query(`create database ${name} template ${templateName}`);
  });
  return {
    url: databaseIn(clusterUrl, name),
    drop: () =>
      asAdministrator(clusterUrl, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}
