import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { DeliveryState, type TallyState } from "@/lib/generated/prisma/enums";
import { letterTally, transitions } from "@/lib/letters/states";
import { makeMail, makeWorld } from "@/tests/factories";

test("the database and the code put a letter in the same tally", async () => {
  const rows = await db().$queryRaw<{ state: DeliveryState; tally: TallyState }[]>`
    select state::text, letter_tally(state)::text as tally from unnest(enum_range(null::delivery_state)) state`;
  expect(rows).toHaveLength(Object.keys(DeliveryState).length);
  for (const { state, tally } of rows) expect(letterTally(state), state).toBe(tally);
});

test("the database refuses what the table of transitions does not know", async () => {
  const rows = await db().$queryRaw<{ old: DeliveryState; new: DeliveryState; may: boolean }[]>`
    select a::text as old, b::text as new, may_follow(a, b) as may
    from unnest(enum_range(null::delivery_state)) a, unnest(enum_range(null::delivery_state)) b`;
  expect(rows).toHaveLength(Object.keys(DeliveryState).length ** 2);
  for (const { old, new: next, may } of rows) expect(transitions[old].includes(next), `${old} → ${next}`).toBe(may);
});

test("a letter cannot take a state that may not follow its own", async () => {
  const { signatures } = await makeWorld({ signers: 1 });
  const id = signatures[0]?.letters.email ?? "";
  const change = db().letter.update({ where: { id }, data: { state: "accepted" } });
  await expect(change).rejects.toThrow("accepted may not follow queued in letters");
});

test("every state can be reached, and those a letter ends in lead nowhere", () => {
  const first = ["queued", "held", "with_signer"];
  const reached = new Set([...first, ...Object.values(transitions).flat()]);
  expect([...reached].toSorted()).toEqual(Object.values(DeliveryState).toSorted());
  for (const state of ["cancelled", "expired", "captured"] as const) expect(transitions[state]).toEqual([]);
});

test.each<DeliveryState>(["captured", "cancelled", "quarantined"])(
  "a mail that is %s forgets its lane, which may be one family's domain",
  async (state) => {
    const world = await makeWorld({ signers: 1 });
    const [signature] = world.signatures;
    if (!signature) throw new Error("nobody signed");
    const { id } = await makeMail(world, signature);
    const lease = { lease: crypto.randomUUID(), leaseUntil: new Date() };
    const claimed = await db().mail.update({ where: { id }, data: { state: "claimed", ...lease } });
    expect(claimed.lane).toBe("lane");
    const data = { state, lease: null, leaseUntil: null };
    expect(await db().mail.update({ where: { id }, data })).toMatchObject({ lane: "" });
  },
);
