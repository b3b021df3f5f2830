import { v7 as uuidv7 } from "uuid";
import type { PauseScope } from "@/lib/generated/prisma/enums";
import type { World } from "@/tests/factories";
import type { Stage } from "./stage";

/** What of a world a pause of each scope is of. */
const subjects: Record<PauseScope, (world: World) => { organisation?: string; subject?: string; lane?: string }> = {
  installation: () => ({}),
  organisation: ({ organisation }) => ({ organisation: organisation.id }),
  campaign: ({ organisation, campaign }) => ({ organisation: organisation.id, subject: campaign.id }),
  recipient: ({ organisation, minister }) => ({ organisation: organisation.id, subject: minister.id }),
  lane: ({ organisation, minister }) => ({ organisation: organisation.id, lane: minister.lane }),
};

export const scopes = Object.keys(subjects) as PauseScope[];

/** Begins a pause of this world, or what it belongs to. @returns its id */
export async function beginPause(stage: Stage, scope: PauseScope, world: World): Promise<string> {
  const { organisation = null, subject = null, lane = null } = subjects[scope](world);
  const id = uuidv7();
  await stage.query("insert into pauses (id, scope, organisation_id, subject_id, lane) values ($1, $2, $3, $4, $5)", [
    id,
    scope,
    organisation,
    subject,
    lane,
  ]);
  return id;
}

export async function endPause(stage: Stage, id: string): Promise<void> {
  await stage.query("update pauses set ended_at = now() where id = $1", [id]);
}

/** The worlds whose letters a pause of this scope keeps back. */
export function pausedBy(scope: PauseScope, world: World, worlds: World[]): World[] {
  if (scope === "installation") return worlds;
  if (scope !== "organisation") return [world];
  return worlds.filter(({ organisation }) => organisation.id === world.organisation.id);
}
