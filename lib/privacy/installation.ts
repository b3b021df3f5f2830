import { timingSafeEqual } from "node:crypto";
import { db } from "@/lib/db";
import { keyFingerprint } from "./sealing";

/** The sealing key is not the one this database was sealed with. Nothing may be written until it is. */
export class KeyMismatch extends Error {
  constructor() {
    super("SEALING_KEY is not the key this database was sealed with: restore DATA_DIR/keys, or use the right database");
  }
}

/**
 * Writes the key's fingerprint into a new database, and holds it against the one of an old database.
 * @throws KeyMismatch
 */
export async function ensureInstallation(): Promise<void> {
  const fingerprint = new Uint8Array(keyFingerprint());
  await db().installation.createMany({ data: [{ keyFingerprint: fingerprint }], skipDuplicates: true });
  const row = await db().installation.findUniqueOrThrow({ where: { id: 1 } });
  if (!timingSafeEqual(row.keyFingerprint, fingerprint)) throw new KeyMismatch();
}
