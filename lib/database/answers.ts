import pg from "pg";

const notYet = new Set(["ECONNREFUSED", "ECONNRESET", "57P03"]);

/**
 * Whether a database takes connections.
 * @returns false while nobody listens or the server says it is starting up
 * @throws when it refuses us
 */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch (error) {
    if (notYet.has((error as { code?: string }).code ?? "")) return false;
    throw error;
  } finally {
    await client.end();
  }
}
