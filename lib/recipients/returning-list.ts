import type { RecipientRole } from "@/lib/generated/prisma/enums";
import type { Became, NotBack } from "./became";

/** A recipient of a campaign as its history keeps it. */
export type KeptRecipient = { id: string; name: string; role: RecipientRole; letterLimit: number | null };

/** A campaign's recipients as its history keeps them: in words, and as `rows` in their order. */
export type KeptList = { to: string[]; copy: string[]; limits: string[]; rows: KeptRecipient[] };

type Found = { row: KeptRecipient; now: Became };

/**
 * An earlier list as it can be now; pure, so that it can be told beforehand. Of offices that are one by now the place of the one
 * that stayed is kept, and who was written to in one of them is written to. Nobody who is not to be contacted comes back.
 * @param became what became of them, by their ids then; who is left out there was removed
 * @param present the ids of those in the campaign now: what is said of them since took none of them out
 * @returns `notBack`: who does not come back, or whose place another one takes
 */
export function returningList(
  rows: KeptRecipient[],
  became: Map<string, Became>,
  present: Set<string>,
): { list: KeptRecipient[]; notBack: NotBack[] } {
  const notBack: NotBack[] = [];
  const found = rows.flatMap((row): Found[] => {
    const now = became.get(row.id);
    const lost = now ? lostBy(row, now, present) : ({ name: row.name, why: "gone" } as const);
    if (lost) notBack.push(lost);
    return now && (!lost || lost.why === "merged") ? [{ row, now }] : [];
  });
  const list = found.flatMap((one) => {
    const alike = found.filter(({ now }) => now.id === one.now.id);
    const place = alike.find(({ row, now }) => row.id === now.id) ?? alike[0];
    if (place !== one) return [];
    const role: RecipientRole = alike.some(({ row }) => row.role === "to") ? "to" : "copy";
    return [{ ...one.row, id: one.now.id, name: one.now.name, role }];
  });
  return { list, notBack };
}

function lostBy({ id, name }: KeptRecipient, now: Became, present: Set<string>): NotBack | null {
  if (now.doNotContact && !present.has(now.id)) return { name, why: "do-not-contact" };
  return now.id === id ? null : { name, why: "merged", into: now.name };
}
