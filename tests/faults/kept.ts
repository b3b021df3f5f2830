import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Played } from "./row";

/** Results that outlive a run, so that it can be resumed. */
export type Kept = {
  played: Played[];
  has: (one: Pick<Played, "row" | "repeat" | "seed" | "leaseSeconds">) => boolean;
  add: (one: Played) => void;
};

/** @param file JSON; without one nothing is kept */
export function openKept(file: string | undefined): Kept {
  const played = file && existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Played[]) : [];
  return {
    played,
    has: (asked) =>
      played.some((one) =>
        (["row", "repeat", "seed", "leaseSeconds"] as const).every((key) => one[key] === asked[key]),
      ),
    add: (one) => {
      played.push(one);
      if (!file) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify(played, null, 1)}\n`);
    },
  };
}
