import { isIP } from "node:net";
import { env } from "@/lib/env";

/** What a passkey may sign with: EdDSA, ES256, RS256. Named, because asking Node what it can warns of what is experimental. */
export const passkeyAlgorithms = [-8, -7, -257];

/** As whom passkeys know this site, or null where there can be none: browsers make none for a bare address (WebAuthn §5.1.3). */
export function findRelyingParty(): { rpID: string; origin: string } | null {
  const { hostname: rpID, origin } = new URL(env().APP_URL);
  return isIP(rpID) || rpID.startsWith("[") ? null : { rpID, origin };
}
