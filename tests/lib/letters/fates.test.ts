import { expect, test } from "vitest";
import type { DeliveryState } from "@/lib/generated/prisma/enums";
import { countFates } from "@/lib/letters/fates";

const letters = (...states: DeliveryState[]) => states.map((state) => ({ state, channel: "email" as const }));
const none = { accepted: 0, faxed: 0, leaving: 0, held: 0, captured: 0 };
const open = { campaign: "live", connected: true } as const;

test("a letter that is held, kept or with its writer is not on its way", () => {
  const all = letters("queued", "claimed", "waiting", "accepted", "held", "captured", "with_signer", "failed");
  expect(countFates(all, open)).toEqual({ accepted: 1, faxed: 0, leaving: 3, held: 1, captured: 1 });
});

test("nothing leaves where no mail server is connected", () => {
  expect(countFates(letters("queued"), { ...open, connected: false })).toEqual({ ...none, captured: 1 });
});

test("nothing leaves while the campaign is paused; once it is closed, what was confirmed does", () => {
  expect(countFates(letters("queued"), { ...open, campaign: "paused" })).toEqual({ ...none, held: 1 });
  expect(countFates(letters("queued"), { ...open, campaign: "closed" })).toEqual({ ...none, leaving: 1 });
});

test("what a fax gateway took was taken by no mail server of the recipient", () => {
  expect(countFates([{ state: "accepted", channel: "fax" }], open)).toEqual({ ...none, faxed: 1 });
  expect(countFates([{ state: "queued", channel: "fax" }], open)).toEqual({ ...none, leaving: 1 });
});
