import { setTimeout as pause } from "node:timers/promises";
import type { Row } from "@/tests/faults/row";

/** Faults of the workers themselves. */
export const processRows: Row[] = [
  {
    name: "random-kills",
    seconds: 6,
    // Each is replaced at once, as a supervisor does.
    async act(stage) {
      stage.startSome(2);
      await stage.reached(0.1);
      for (let kills = 4; kills > 0; kills -= 1) {
        await pause(stage.random.whole(50, 1500));
        await stage.kill(stage.alive[stage.random.whole(0, 1)] ?? stage.start());
        stage.start();
      }
    },
  },
  {
    name: "stopped-and-continued",
    async act(stage) {
      const [sleeper] = stage.startSome(2);
      await stage.reached(0.2);
      sleeper?.signal("SIGSTOP");
      await stage.lease(2.2);
      sleeper?.signal("SIGCONT");
    },
  },
  {
    name: "asked-to-stop",
    async act(stage) {
      const workers = stage.startSome(2);
      await stage.reached(0.2);
      for (const worker of workers) worker.signal("SIGTERM");
      const ends = await Promise.all(workers.map(({ gone }) => gone));
      if (ends.some((end) => end !== 0)) throw new Error(`workers ended with ${ends.join(" and ")}`);
    },
    // Who is asked to stop ends what is under way: nothing is in doubt.
    async check(stage) {
      const [row] = await stage.query<{ count: number }>(
        "select count(*)::int as count from letters where doubled_at is not null",
      );
      return row?.count ? [`${row.count} letters are in doubt after a stop in good order`] : [];
    },
  },
];
