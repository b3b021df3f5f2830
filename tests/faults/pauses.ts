import { pauseDelivery } from "@/lib/delivery/pause";
import { resumeDelivery } from "@/lib/delivery/resume";
import type { PauseScope } from "@/lib/generated/prisma/enums";
import type { World } from "@/tests/factories";
import { makeMember } from "@/tests/members";

/** What of a world a pause of each scope is of. */
const subjects: Record<PauseScope, (world: World) => { subjectId?: string; lane?: string }> = {
  installation: () => ({}),
  organisation: () => ({}),
  campaign: ({ campaign }) => ({ subjectId: campaign.id }),
  recipient: ({ minister }) => ({ subjectId: minister.id }),
  lane: ({ minister }) => ({ lane: minister.lane }),
};

export const scopes = Object.keys(subjects) as PauseScope[];

/** Pauses this world, or what it belongs to, as an owner does. @returns what ends the pause */
export async function beginPause(scope: PauseScope, world: World): Promise<() => Promise<void>> {
  const owner = await makeMember(world.organisation);
  const id = await pauseDelivery(owner, { scope, reason: "a fault of the harness", ...subjects[scope](world) });
  return () => resumeDelivery(owner, id);
}

/** The worlds whose letters a pause of this scope keeps back. */
export function pausedBy(scope: PauseScope, world: World, worlds: World[]): World[] {
  if (scope === "installation") return worlds;
  if (scope !== "organisation") return [world];
  return worlds.filter(({ organisation }) => organisation.id === world.organisation.id);
}
