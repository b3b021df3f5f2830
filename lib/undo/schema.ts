import type { Act } from "@/lib/accounts/access";

/** What can be taken back, and the act that whoever takes it back may do. */
export const undoActs = {
  tagged: "recipients.manage",
  untagged: "recipients.manage",
  grouped: "recipients.manage",
  ungrouped: "recipients.manage",
  silenced: "recipients.release",
  lifted: "recipients.manage",
  "tasks-done": "tasks.finish",
} as const satisfies Record<string, Act>;
export type UndoAct = keyof typeof undoActs;

/** So long it can be taken back, in milliseconds. */
export const undoMs = 3_600_000;

/** What a member did, as it is told: to `changed` of `chosen` rows. */
export type Done = {
  id: string;
  act: UndoAct;
  what: string;
  chosen: number;
  changed: number;
  undone: boolean;
  /** Of the changed ones, how many were taken back: the others have been changed since. */
  takenBack: number;
  /** Whether the member can take it back now. */
  undoable: boolean;
};
