import { makeCampaign, makeRecipient, makeRevision, makeSignatures, makeWorld, type World } from "@/tests/factories";
import { ensureInstallation } from "@/lib/privacy/installation";

/** The mail domains letters go to, one for each campaign. */
export const domains = ["foreign.test", "interior.test", "justice.test"] as const;

/**
 * Letters by e-mail in three campaigns of two organisations, each campaign with a minister and a mail domain of its own.
 * @param letters in all
 */
export async function makeFaultWorld(letters: number): Promise<World[]> {
  await ensureInstallation();
  const [first, second, third] = domains;
  const one = await makeWorld({ ministerAddress: `minister@${first}` });
  const other = await makeWorld({ ministerAddress: `minister@${second}` });
  const worlds = [one, other, await besides(other, third)];
  for (const [at, world] of worlds.entries()) {
    world.signatures = await makeSignatures(world, Math.floor((letters + at) / worlds.length));
  }
  return worlds;
}

/** A second campaign of the same organisation. */
async function besides(world: World, domain: string): Promise<World> {
  const campaign = await makeCampaign(world.organisation);
  const minister = await makeRecipient(campaign, { channel: "email", address: `minister@${domain}` });
  return { ...world, campaign, revision: await makeRevision(campaign), minister, signatures: [] };
}
