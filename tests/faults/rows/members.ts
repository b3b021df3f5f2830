import { setTimeout as wait } from "node:timers/promises";
import { makeToken } from "@/lib/privacy/links";
import { withdrawSignature } from "@/lib/signatures/withdraw";
import { said } from "@/tests/faults/invariants";
import { readLetters } from "@/tests/faults/letters";
import { beginPause, pausedBy, scopes } from "@/tests/faults/pauses";
import type { Row } from "@/tests/faults/row";
import type { Stage } from "@/tests/faults/stage";

const inForceMs = 2000;
/** What was let through the fence before a withdrawal may still be on its way to the dot. */
const onItsWayMs = 1000;

/** When each signature was withdrawn, in milliseconds since 1970, by stage. */
const withdrawn = new WeakMap<Stage, Map<string, number>>();

/** What members and signers do while letters leave. */
export const memberRows: Row[] = [
  {
    name: "pause",
    seconds: 10,
    async act(stage) {
      stage.startSome(2);
      await stage.reached(0.1);
      const scope = scopes[stage.repeat % scopes.length] ?? "installation";
      const world = stage.worlds[stage.random.whole(0, stage.worlds.length - 1)];
      if (!world) throw new Error("there is no world");
      const resume = await beginPause(scope, world);
      const from = Date.now() + inForceMs;
      await wait(inForceMs + 3000);
      const until = Date.now();
      await resume();
      const lanes = pausedBy(scope, world, stage.worlds).map(({ minister }) => minister.lane);
      const late = stage.taken.read().filter(({ at, to }) => at > from && at < until && lanes.includes(domainOf(to)));
      if (late.length > 0) throw new Error(`${late.length} letters left under a pause of the ${scope}`);
    },
  },
  {
    name: "withdraw",
    seconds: 6,
    ends: ["cancelled"],
    async act(stage) {
      const times = new Map<string, number>();
      withdrawn.set(stage, times);
      stage.startSome(2);
      await stage.reached(0.05);
      const signatures = stage.worlds.flatMap((world) => world.signatures);
      for (const { id } of signatures.filter(() => stage.random.next() < 0.4)) {
        await withdrawSignature(makeToken("mine", id));
        times.set(id, Date.now());
      }
    },
    check: checkWithdrawn,
  },
];

async function checkWithdrawn(stage: Stage): Promise<string[]> {
  const times = withdrawn.get(stage) ?? new Map<string, number>();
  const taken = Map.groupBy(stage.taken.read(), ({ messageId }) => messageId);
  const letters = await readLetters();
  const copiesOf = (messageId: string | null) => taken.get(messageId ?? "") ?? [];
  const cancelled = letters.filter(({ state }) => state === "cancelled");
  const late = letters.filter(({ signatureId, messageId }) => {
    const time = times.get(signatureId) ?? Infinity;
    return copiesOf(messageId).some(({ at }) => at > time + onItsWayMs);
  });
  const strangers = cancelled.filter(({ signatureId }) => !times.has(signatureId));
  const takenYet = cancelled.filter(({ messageId, doubled }) => copiesOf(messageId).length > 0 && !doubled);
  return [
    ...said(strangers.length, "letters were cancelled, and nobody had withdrawn"),
    ...said(takenYet.length, "cancelled letters were taken"),
    ...said(late.length, "letters left after they were withdrawn"),
  ];
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}
