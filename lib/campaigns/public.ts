/** The states and distributions in which a campaign is seen by the public. */
export const publicStates = ["live", "paused", "closed"] as const;
export const publicDistributions = ["web", "press"] as const;
