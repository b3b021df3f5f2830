import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EnvError } from "@/lib/env";

/** The server's own superuser, used by nobody but us; the role the app works as; and an id that no other cluster has. */
export type Passwords = { id: string; superuser: string; app: string };

/**
 * The passwords of the embedded Postgres of a data folder, made on first use (mode 0600).
 * @throws EnvError when there is a cluster but its passwords are gone
 */
export async function keptPasswords(dataDir: string): Promise<Passwords> {
  const kept = readPasswords(dataDir);
  if (kept) return kept;
  if (existsSync(join(dataDir, "postgres"))) {
    throw new EnvError(`${fileIn(dataDir)} is missing: restore it, it opens the database in ${dataDir}/postgres`);
  }
  const passwords = makePasswords();
  await writeFile(fileIn(dataDir), JSON.stringify(passwords), { mode: 0o600, flag: "wx" });
  return passwords;
}

/** The passwords in a data folder, or null. */
export function readPasswords(dataDir: string): Passwords | null {
  if (!existsSync(fileIn(dataDir))) return null;
  return JSON.parse(readFileSync(fileIn(dataDir), "utf8")) as Passwords;
}

/** Fresh random ones, hexadecimal, so that they need no escaping in SQL or a URL. */
export function makePasswords(): Passwords {
  return { id: random(8), superuser: random(24), app: random(24) };
}

function random(bytes: number): string {
  return randomBytes(bytes).toString("hex");
}

function fileIn(dataDir: string): string {
  return join(dataDir, "postgres-passwords.json");
}
