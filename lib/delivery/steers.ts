import type { Act } from "@/lib/accounts/access";
import type { PauseScope } from "@/lib/generated/prisma/enums";

/** Who may pause and resume: whatever stops others too is for owners. */
export function steers(scope: PauseScope): Act {
  return scope === "installation" || scope === "organisation" ? "delivery.stop" : "delivery.steer";
}
