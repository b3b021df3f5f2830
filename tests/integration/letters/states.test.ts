import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { DeliveryState, type TallyState } from "@/lib/generated/prisma/enums";
import { letterTally, transitions } from "@/lib/letters/states";

test("the database and the code put a letter in the same tally", async () => {
  const rows = await db().$queryRaw<{ state: DeliveryState; tally: TallyState }[]>`
    select state::text, letter_tally(state)::text as tally from unnest(enum_range(null::delivery_state)) state`;
  expect(rows).toHaveLength(Object.keys(DeliveryState).length);
  for (const { state, tally } of rows) expect(letterTally(state), state).toBe(tally);
});

test("every state can be reached, and those a letter ends in lead nowhere", () => {
  const first = ["queued", "held", "with_signer"];
  const reached = new Set([...first, ...Object.values(transitions).flat()]);
  expect([...reached].toSorted()).toEqual(Object.values(DeliveryState).toSorted());
  for (const state of ["bounced", "cancelled", "expired", "captured"] as const) expect(transitions[state]).toEqual([]);
});
