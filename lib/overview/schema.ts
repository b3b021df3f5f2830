/** What a letter may become that a member should look at. */
export const troubles = ["failed", "bounced", "unknown", "quarantined"] as const;
export type Trouble = (typeof troubles)[number];

/** The states of campaigns that wait for somebody, in the order in which they are told. */
export const waitingStates = ["in_review", "draft", "scheduled", "paused"] as const;
