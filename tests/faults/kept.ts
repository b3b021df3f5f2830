import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Played } from "./row";

/** Results that outlive a run, so that it can be resumed. */
export type Kept = {
  played: Played[];
  has: (row: string, repeat: number) => boolean;
  add: (one: Played) => void;
};

/** @param file JSON; without one nothing is kept */
export function openKept(file: string | undefined): Kept {
  const played = file && existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Played[]) : [];
  return {
    played,
    has: (row, repeat) => played.some((one) => one.row === row && one.repeat === repeat),
    add: (one) => {
      played.push(one);
      if (!file) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify(played, null, 1)}\n`);
    },
  };
}
