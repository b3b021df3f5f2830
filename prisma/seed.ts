import { ensureFirstOwner } from "@/lib/accounts/first-owner";
import { makeSetUpLink } from "@/lib/accounts/set-up-link";
import { closeDb } from "@/lib/db";
import { env } from "@/lib/env";
import { ensureInstallation } from "@/lib/privacy/installation";
import { loadDemo } from "./demo/load";

/** What a start tells its operator about the way in: a link while there is no owner, else who was just made owner. */
export type Seeded = { setUpLink: string | null; owner: string | null };

/**
 * Prepares a migrated database: holds the sealing key against its fingerprint, loads the demo appeal into an empty
 * database, and makes the first owner or the link by which there will be one.
 */
export async function seed(): Promise<Seeded> {
  await ensureInstallation();
  await loadDemo();
  const outcome = await ensureFirstOwner();
  return { owner: outcome === "made" ? (env().OWNER_EMAIL ?? null) : null, setUpLink: await makeSetUpLink() };
}

if (process.send) {
  const seeded = await seed();
  await closeDb();
  process.send(seeded);
  process.disconnect();
}
