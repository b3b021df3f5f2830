import type { Act, Actor } from "@/lib/accounts/access";
import type { World } from "@/tests/factories";

/** What every row may call its verb with: a live campaign with one confirmed signature, of the organisation that is tested. */
export type Scene = World;

/** One verb of the desk: which act it needs, and how to call it. */
export type AccessRow = {
  /** The exported function, by name. */
  verb: string;
  /** Acts it asks for besides, for some of what it can be asked. */
  also?: Act[];
  /** The act its first line asks for; who may do it is said in lib/accounts/access.ts. */
  act: Act;
  /** Calls it on what belongs to the scene. May be called many times on one scene, by members of every role. */
  call: (actor: Actor, scene: Scene) => Promise<unknown>;
  /**
   * What a member of another organisation gets for the scene's ids: `refused` (not found) or, for a verb that takes no id
   * of ours or lists by it, `nothing` of ours.
   */
  foreign: "refused" | "nothing";
};
