import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { DeliveryState } from "@/lib/generated/prisma/enums";
import { readLetters } from "@/tests/faults/letters";
import type { Row } from "@/tests/faults/row";
import type { Order, Rule } from "@/tests/faults/sink/script";
import type { Stage } from "@/tests/faults/stage";
import { until } from "@/tests/faults/until";
import { domains } from "@/tests/faults/world";

type Misbehaviour = {
  /** How many letters it leaves in which state; where that is not said, all are accepted in the end. */
  leaves?: Partial<Record<DeliveryState, number>>;
  /** In which state it may leave some, and how many at most: how refusals fall into flushes is not ours to say. */
  mayLeave?: Partial<Record<DeliveryState, number>>;
  rules?: Rule[];
  /** How the sink speaks while it misbehaves, and afterwards. */
  speaks?: Omit<Order, "id">;
  mended?: Omit<Order, "id">;
  /** Goes before the sink's address, and after it. */
  login?: string;
  options?: string;
};

const [first] = domains;
const taken: Pick<Rule, "taken"> = { taken: true };
const strict = "?requireTLS=true";
const trusting = resolve("tests/faults/sink/tls/good.crt");

/** What a mail server says or does, and for how many conversations: real dialogues of the table in issue 4. */
const misbehaviours: Record<string, Misbehaviour> = {
  "greeting-421": { rules: [{ at: "connect", times: 3, reply: "421 4.3.2 too busy", drop: true }] },
  "greeting-554": { rules: [{ at: "connect", times: 3, reply: "554 5.7.1 no service for you" }] },
  "ehlo-drop": { rules: [{ at: "ehlo", times: 3, drop: true }] },
  "no-starttls": { options: strict, speaks: { encryption: "none" }, mended: { encryption: "good" } },
  "bad-certificate": { options: strict, speaks: { encryption: "bad" }, mended: { encryption: "good" } },
  "login-refused": {
    login: "ann:secret@",
    speaks: { login: true },
    rules: [{ at: "auth", times: 3, reply: "535 5.7.8 authentication failed" }],
  },
  "mail-from-451": { rules: [{ at: "mail", times: 20, reply: "451 4.3.0 later" }] },
  "mail-from-550": { rules: [{ at: "mail", times: 20, reply: "550 5.7.1 sender unknown here" }] },
  "rcpt-450": { rules: [{ at: "rcpt", times: 20, reply: "450 4.2.1 greylisted, come again" }] },
  "rcpt-451": { rules: [{ at: "rcpt", times: 20, reply: "451 4.7.1 too many" }] },
  "rcpt-550-address": { rules: [{ at: "rcpt", times: 10, reply: "550 5.1.1 no such user" }], leaves: { failed: 10 } },
  "rcpt-550-policy": {
    rules: [{ at: "rcpt", domain: first, reply: "550 5.7.1 we take no bulk mail" }],
  },
  "rcpt-552-full": { rules: [{ at: "rcpt", times: 10, reply: "552 5.2.2 mailbox full" }] },
  "data-452": { rules: [{ at: "data", times: 20, reply: "452 4.3.1 no room" }] },
  "dot-451": { rules: [{ at: "dot", times: 20, reply: "451 4.3.0 could not be stored" }] },
  "dot-550": {
    rules: [{ at: "dot", domain: first, reply: "550 5.7.1 this looks like spam" }],
  },
  "dot-554": {
    rules: [{ at: "dot", domain: first, times: 10, reply: "554 transaction failed" }],
    // Those the breaker opens for are let go with the others; one that was refused beside a letter that was taken stays held.
    mayLeave: { held: 10 },
  },
  "drop-in-body": { rules: [{ at: "body", times: 20, drop: true, afterBytes: 200 }] },
  "drop-after-dot": { rules: [{ at: "dot", times: 20, drop: true }] },
  "drop-after-dot-taken": { rules: [{ at: "dot", times: 20, drop: true, ...taken }] },
  tarpit: {
    rules: [
      { at: "rcpt", times: 30, delayMs: 3000 },
      { at: "dot", times: 10, delayMs: 3000 },
    ],
  },
  "byte-a-second": { rules: [{ at: "rcpt", times: 30, byteMs: 1000 / 12 }] },
  "banner-of-10-mb": { rules: [{ at: "connect", times: 3, floodBytes: 10_000_000 }] },
  "codes-that-are-none": {
    rules: [
      { at: "rcpt", every: 7, times: 5, reply: "2500 what is this" },
      { at: "mail", every: 11, times: 5, reply: "no number at all" },
      { at: "dot", every: 9, times: 5, reply: "999 9.9.9 nonsense", ...taken },
    ],
  },
};

/** A mail server that refuses, breaks off or misbehaves: each for a while, then it is as it should be. */
export const serverRows: Row[] = Object.entries(misbehaviours).map(([name, it]) => ({
  name,
  ends: Object.keys({ ...it.leaves, ...it.mayLeave }) as DeliveryState[],
  check: () => checkLeft(it),
  act: (stage) => misbehave(stage, it),
}));

async function misbehave(
  stage: Stage,
  { rules = [], speaks = {}, mended = {}, login = "", options = "" }: Misbehaviour,
) {
  const { sink } = stage;
  await sink.tell({ rules, ...speaks });
  const address = `smtp://${login}127.0.0.1:${sink.port}/${options}`;
  stage.startSome(2, { env: { SMTP_URL: address, NODE_EXTRA_CA_CERTS: trusting } });
  await followed(stage, rules);
  await sink.tell({ rules: [], ...mended });
}

/** Rules that hold so many times are followed to their end; others for the time of a lease, once they were met. */
async function followed({ sink, workers, scale }: Stage, rules: Rule[]): Promise<void> {
  const times = rules.map((rule) => rule.times);
  const all = times.every((one) => one !== undefined) ? times.reduce((sum, one) => sum + one, 0) : 1;
  await Promise.all(workers.map((worker) => worker.ready()));
  await until("the letters met what the server does wrong", async () => (await sink.tell({})) >= all);
  await wait(rules.length > 0 && all > 1 ? 0 : scale.leaseSeconds * 1000);
}

async function checkLeft({ leaves = {}, mayLeave = {} }: Misbehaviour): Promise<string[]> {
  const letters = await readLetters();
  const count = (state: string) => letters.filter((letter) => letter.state === state).length;
  return [
    ...Object.entries(leaves).flatMap(([state, wanted]) =>
      count(state) === wanted ? [] : [`${count(state)} letters are ${state}, not ${wanted}`],
    ),
    ...Object.entries(mayLeave).flatMap(([state, most]) =>
      count(state) <= most ? [] : [`${count(state)} letters are ${state}, more than ${most}`],
    ),
  ];
}
