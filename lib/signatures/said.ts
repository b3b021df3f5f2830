import type { Signer } from "./schema";

/** All that a recipient reads of what somebody typed. */
export function saidBy({
  name,
  body,
  bodies,
  ownWords,
}: Pick<Signer, "name" | "body" | "bodies" | "ownWords">): string[] {
  return [name, body, ...Object.values(bodies), ownWords];
}
