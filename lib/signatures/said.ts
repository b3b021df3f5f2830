import type { Signer } from "./schema";

/** All that a recipient reads of what somebody typed: first who they are. */
export function saidBy(
  signer: Pick<Signer, "name" | "originalName" | "profession" | "body" | "bodies" | "ownWords">,
): string[] {
  const { name, originalName, profession, body, bodies, ownWords } = signer;
  const who = [name, originalName, profession].filter((part) => part !== "");
  return [who.join("\n"), body, ...Object.values(bodies), ownWords];
}
