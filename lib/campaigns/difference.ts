/** How one field differs: what stands before and after both ways alike, cut short, and between them what was and what is. */
export type Difference = { lead: string; was: string; is: string; tail: string };

/** Words of what stayed that are shown on either side. */
const around = 12;

/** Where two texts differ, in whole words: their common beginning and end are left out but for a few words. */
export function difference(before: string, after: string): Difference {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  const most = Math.min(was.length, is.length);
  let head = 0;
  while (head < most && was[head] === is[head]) head += 1;
  let end = 0;
  while (end < most - head && was.at(-1 - end) === is.at(-1 - end)) end += 1;
  const lead = was.slice(0, head);
  const tail = end > 0 ? was.slice(-end) : [];
  return {
    lead: (lead.length > around ? "… " : "") + lead.slice(-around).join(""),
    was: was.slice(head, was.length - end).join(""),
    is: is.slice(head, is.length - end).join(""),
    tail: tail.slice(0, around).join("") + (tail.length > around ? " …" : ""),
  };
}

/** Words with the white space after them. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|^\s+/g) ?? [];
}
