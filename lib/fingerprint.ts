import { createHash } from "node:crypto";

/** Tells whether something is still what a form was opened with. @param value anything JSON can say */
export function fingerprint(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url");
}
