"use client";

import { useRef, useState } from "react";
import type { LibraryLine } from "@/lib/library/schema";

/** Which rows of the grid are ticked. */
export type LibraryTicks = {
  /** Whether anything can be done with them. */
  may: boolean;
  /** The ids of those that are shown and ticked. */
  ticked: ReadonlySet<string>;
  /** Whether every row that is shown is ticked. */
  all: boolean;
  /** @param range with all from the one that was ticked last */
  tick: (id: string, range: boolean) => void;
  tickAll: () => void;
  clear: () => void;
};

const none: ReadonlySet<string> = new Set();

/** The ticks of the grid. What the filter hides is not ticked: nothing is done with what nobody sees. */
export function useLibraryTicks(shown: readonly LibraryLine[], done: string, may: boolean): LibraryTicks {
  const [kept, setKept] = useState({ done, picked: none });
  const last = useRef<string>(null);
  const keep = (picked: ReadonlySet<string>) => setKept({ done, picked });
  const ids = shown.map(({ id }) => id);
  const picked = kept.done === done ? kept.picked : none;
  const ticked = picked.size === 0 ? none : new Set(ids.filter((id) => picked.has(id)));
  const all = ticked.size > 0 && ticked.size === ids.length;
  return {
    may,
    ticked,
    all,
    tick(id, range) {
      if (!may) return;
      const at = ids.indexOf(id);
      const from = range && last.current !== null ? ids.indexOf(last.current) : at;
      const reach = from < 0 ? [id] : ids.slice(Math.min(from, at), Math.max(from, at) + 1);
      const next = new Set(ticked);
      const on = !ticked.has(id);
      for (const one of reach) {
        if (on) next.add(one);
        else next.delete(one);
      }
      last.current = id;
      keep(next);
    },
    tickAll: () => keep(all ? none : new Set(ids)),
    clear: () => keep(none),
  };
}
