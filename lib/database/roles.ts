import pg from "pg";

/** The role of the app and the name of its database. */
export const appName = "appeals_desk";

/** Makes the app's role, which is no superuser, and its database, where they are missing. */
export async function ensureRoles(superuserUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const role = await client.query("select from pg_roles where rolname = $1", [appName]);
    // Both are hexadecimal or our own constant: nothing to escape.
    if (role.rowCount === 0) await client.query(`create role ${appName} login password '${password}'`);
    const database = await client.query("select from pg_database where datname = $1", [appName]);
    if (database.rowCount === 0) await client.query(`create database ${appName} owner ${appName}`);
  } finally {
    await client.end();
  }
}
