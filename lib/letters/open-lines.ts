import { listMissing } from "./template";

type Sample = { opening: string; closing: string; requests: string[]; facts: string[] };

/** The requests and facts a writer has to say themselves: what stands in the locked parts of a letter is said anyway. */
export function openLines({ opening, closing, requests, facts }: Sample): { requests: string[]; facts: string[] } {
  const locked = { opening, body: "", closing };
  return { requests: listMissing(requests, locked), facts: listMissing(facts, locked) };
}
