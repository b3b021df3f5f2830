import type { Outcome } from "./classify";
import { writeRelay } from "./lanes.sql";

let noted: string | null | undefined;

/** Keeps for the desk whether our own mail server lets us in. Written when it changes. @param failure null when it does */
export async function noteRelay(failure: Outcome | null): Promise<void> {
  const response = failure?.response ?? null;
  if (response === noted) return;
  await writeRelay(response);
  noted = response;
}
