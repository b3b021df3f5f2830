import type { Became, NotBack } from "@/lib/recipients/became";

/** A version of the letter as the history keeps it, with who stands in it. */
export type KeptVersion = { key: string; name: string; recipients: { id: string; name: string }[] };

/** The versions of a revision as the history keeps them: in words, and as `rows` in their order. */
export type KeptVersions = { versions: string[]; rows: KeptVersion[] };

/**
 * Earlier versions as they can be now; pure, so that it can be told beforehand. Each recipient stands in one only: of offices that
 * are one by now the first place counts. One that nobody would get stays out.
 * @param became what became of who stood in them, by their ids then; who is left out there was removed
 * @returns the versions with the ids of who stands in them, and what does not come back as it was
 */
export function returningVersions(
  rows: KeptVersion[],
  became: Map<string, Became>,
): { versions: { key: string; name: string; recipients: string[] }[]; notBack: NotBack[] } {
  const notBack: NotBack[] = [];
  const placed = new Set<string>();
  const versions = rows.flatMap(({ key, name, recipients }) => {
    const here = recipients.flatMap((one) => {
      const now = became.get(one.id);
      if (!now) notBack.push({ name: one.name, why: "gone" });
      else if (now.id !== one.id) notBack.push({ name: one.name, why: "merged", into: now.name });
      if (!now || placed.has(now.id)) return [];
      placed.add(now.id);
      return [now.id];
    });
    if (here.length > 0) return [{ key, name, recipients: here }];
    notBack.push({ name, why: "version" });
    return [];
  });
  return { versions, notBack };
}
