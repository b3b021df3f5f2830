import { holdClaims } from "@/tests/faults/held-claims";
import type { Worker } from "@/tests/faults/workers";
import { until } from "@/tests/faults/until";
import type { Row } from "@/tests/faults/row";
import type { Point } from "@/tests/faults/sink/script";
import type { Stage } from "@/tests/faults/stage";

/** Two workers die at a place in the code, each when it comes there for the nth time; a third is there from the first death on. */
function dieAt(place: string, mostHits: number): Row {
  return {
    name: `kill-${place}`,
    async act(stage) {
      // Few enough that each comes there, however the letters are shared.
      const hits = stage.random.whole(1, Math.max(1, Math.min(mostHits, Math.floor(stage.made / 6))));
      const doomed = stage.startSome(2, { env: { FAILPOINTS: `${place}=kill:${hits}` } });
      await until("a worker came to its place", () => doomed.some((worker) => !worker.alive()));
      stage.start();
      await allGone(stage, doomed);
    },
  };
}

/** Two workers are killed while the server keeps them waiting for its answer. */
function dieWaiting(name: string, at: Point, share: number): Row {
  return {
    name: `kill-${name}`,
    async act(stage) {
      const met = stage.sink.met(at);
      const skip = Math.floor(stage.made * share);
      await stage.sink.tell({ rules: [{ at, skip, delayMs: 600_000, tell: true }] });
      const doomed = stage.startSome(2);
      await met;
      await stage.kill(...doomed);
    },
  };
}

/** One may have found nothing left to come to its place with: it is killed. */
async function allGone(stage: Stage, doomed: Worker[]): Promise<void> {
  const all = () => doomed.every((worker) => !worker.alive());
  await until("the other did", all, { mostMs: 10_000 }).catch(() => stage.kill(...doomed));
  const ends = await Promise.all(doomed.map(({ gone }) => gone));
  if (ends.some((end) => end !== "SIGKILL")) throw new Error(`the workers ended with ${ends.join(" and ")}`);
}

/** `kill -9` at eight points on a letter's way. */
export const pointRows: Row[] = [
  {
    name: "kill-before-claim-commits",
    async act(stage) {
      const claims = await holdClaims(stage.cluster);
      try {
        const doomed = stage.startSome(2);
        await claims.met();
        await stage.kill(...doomed);
        await claims.release(stage.random.next() < 0.5 ? "commit" : "roll back");
      } finally {
        await claims.close();
      }
    },
  },
  dieAt("after-claim", 1),
  dieAt("after-connect", 8),
  dieWaiting("after-rcpt", "data", 0.2),
  dieAt("at-354", 40),
  dieAt("after-mark", 40),
  dieWaiting("after-dot", "dot", 0.2),
  dieAt("after-250", 40),
];
