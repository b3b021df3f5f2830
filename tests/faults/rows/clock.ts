import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Row } from "@/tests/faults/row";

const dayMs = 24 * 3_600_000;
const preload = `--import=${pathToFileURL(resolve("tests/faults/shift-clock.mjs")).href}`;

/** A worker whose clock is wrong: only the database's time counts. */
export const clockRows: Row[] = [
  {
    name: "clock-a-day-off",
    async act(stage) {
      const shift = stage.repeat % 2 === 0 ? -dayMs : dayMs;
      stage.start({ env: { NODE_OPTIONS: preload, CLOCK_SHIFT: String(shift) } });
      const right = stage.start();
      await stage.reached(0.3);
      const [early] = await stage.query<{ count: number }>(
        "select count(*)::int as count from attempts where phase = 'recovered'",
      );
      if (early?.count) throw new Error(`${early.count} leases of a living worker were taken for run out`);
      await stage.kill(right);
    },
  },
];
