import { afterAll, beforeAll, expect, test } from "vitest";
import { openHouse } from "./house";
import type { Played } from "./row";
import { scaled } from "./scale";

// A selection of npm run faults. How long it takes to recover is not looked at: other tests want the machine as well.
const names = ["kill-after-mark", "kill-after-250", "postgres-immediate", "drop-after-dot-taken"];

let house: Awaited<ReturnType<typeof openHouse>> | undefined;

beforeAll(async () => {
  house = await openHouse();
}, 120_000);

afterAll(async () => house?.close());

async function playRow(name: string): Promise<Played> {
  if (!house) throw new Error("there is no house");
  // Late: they read the environment that the house sets.
  const { play } = await import("./play");
  const { findRow } = await import("./choose");
  return play(house, findRow(name), { repeat: 1, letters: 60, seed: 1, scale: scaled, timed: false });
}

test.each(names)(
  "%s: nothing lost, nothing doubled unsaid",
  async (name) => {
    const { broken, lost, unflagged, drift } = await playRow(name);
    expect({ broken, lost, unflagged, drift }).toEqual({ broken: [], lost: 0, unflagged: 0, drift: 0 });
  },
  180_000,
);
