import { expect, test } from "vitest";
import { TallyState } from "@/lib/generated/prisma/enums";
import { everConfirmed } from "@/lib/reports/schema";

const nothing = Object.fromEntries(Object.values(TallyState).map((state) => [state, 0])) as Record<TallyState, number>;

test("nobody has confirmed yet while signatures only wait", () => {
  expect(everConfirmed(nothing)).toBe(false);
  expect(everConfirmed({ ...nothing, signed: 3 })).toBe(false);
});

test.each(["withdrawn", "erased", "invalidated", "accepted", "cancelled"] as const)(
  "what is %s was confirmed",
  (state) => expect(everConfirmed({ ...nothing, [state]: 1 })).toBe(true),
);
