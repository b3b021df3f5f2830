import type { AddressStatus } from "@/lib/generated/prisma/enums";
import { shownAddress } from "@/lib/recipients/address";
import { type Sending, wayTo } from "@/lib/recipients/route";
import type { AddressInput } from "@/lib/recipients/schema";

/** What a recipient of the library would get from an appeal. Anybody may write an appeal: each address is as it is shown. */
export type Additions = {
  /** Ways to reach it that the library lacks. */
  newAddresses: string[];
  /** Those of them that the library had and gave up. */
  givenUp: string[];
  /** The one of them that letters of every campaign would go to from then on; null where all go where they went. */
  takesOver: string | null;
};

type Stored = Pick<AddressInput, "channel" | "value" | "lane"> & { status: AddressStatus; retiredAt: Date | null };

/** All that decides which address a letter takes. */
const sendings: Sending[] = [
  { disclosure: "full", ownClient: false },
  { disclosure: "full", ownClient: true },
  { disclosure: "initials", ownClient: false },
];

/** Holds the addresses that were read against those a recipient has and had, both in their order. */
export function additionsTo(stored: Stored[], read: AddressInput[]): Additions {
  const present = stored.filter(({ retiredAt }) => retiredAt === null);
  const had = new Set(stored.map(keyOf));
  const has = new Set(present.map(keyOf));
  const added = read.filter((one) => !has.has(keyOf(one)));
  const together = [...present, ...added];
  const taken = sendings.flatMap((sending) => wayTo({ addresses: together }, sending)?.address ?? []);
  const first = taken.find((one) => !has.has(keyOf(one)));
  return {
    newAddresses: added.map(shownAddress),
    givenUp: added.filter((one) => had.has(keyOf(one))).map(shownAddress),
    takesOver: first ? shownAddress(first) : null,
  };
}

/** Whether they change nothing that works: only then are they added unless a member says no. */
export function isHarmless({ givenUp, takesOver }: Additions): boolean {
  return givenUp.length === 0 && takesOver === null;
}

/** One address under every name it was typed by. */
export function keyOf({ channel, value }: { channel: string; value: string }): string {
  return `${channel} ${value}`;
}
