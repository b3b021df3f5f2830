import type { Row } from "@/tests/faults/row";
import type { Stage } from "@/tests/faults/stage";

type Fault = "kill" | "restart" | "stop";

const kills = 20;
const restarts = 2;
const stops = 3;
const mostMs = 60 * 60_000;

/** All letters of a large campaign, with everything at once: for the promise that nothing is lost, in numbers that count. */
export const longRow: Row = {
  name: "long",
  seconds: 0,
  async act(stage) {
    const faults = shuffled(stage, [
      ...Array.from({ length: kills }, (): Fault => "kill"),
      ...Array.from({ length: restarts }, (): Fault => "restart"),
      ...Array.from({ length: stops }, (): Fault => "stop"),
    ]);
    stage.startSome(2);
    const under: Promise<void>[] = [];
    for (const [at, fault] of faults.entries()) {
      await stage.reached((at + 1) / (faults.length + 2), mostMs);
      stage.note(`${fault} at ${stage.taken.count()} letters`);
      if (fault === "kill") under.push(watch(stage, await killOne(stage)));
      else if (fault === "stop") under.push(stopOne(stage));
      else await restart(stage);
    }
    await Promise.all(under);
  },
};

/** @returns the leases there were: those of the dead among them */
async function killOne(stage: Stage): Promise<string[]> {
  const { alive, random } = stage;
  const leases = await stage.leases();
  const worker = alive[random.whole(0, alive.length - 1)];
  if (worker) await stage.kill(worker);
  stage.start();
  return leases;
}

/** Notes how long it takes until letters with these leases move again. */
async function watch(stage: Stage, leases: string[]): Promise<void> {
  const died = performance.now();
  await stage.moved(leases);
  stage.recovered((performance.now() - died) / 1000);
}

async function stopOne(stage: Stage): Promise<void> {
  const worker = stage.alive[0];
  worker?.signal("SIGSTOP");
  await stage.lease(1.5);
  worker?.signal("SIGCONT");
}

async function restart(stage: Stage): Promise<void> {
  await stage.cluster.end("immediate");
  await stage.cluster.begin();
}

function shuffled(stage: Stage, faults: Fault[]): Fault[] {
  return faults
    .map((fault) => ({ fault, place: stage.random.next() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ fault }) => fault);
}
