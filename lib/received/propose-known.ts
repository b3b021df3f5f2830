import type { Actor } from "@/lib/accounts/access";
import type { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { isHarmless } from "./additions";
import { becomesNew, type Fields, type ReceivedContent } from "./schema";
import { findTwins, type Twin } from "./twins";

type Reader = Prisma.TransactionClient | ReturnType<typeof db>;

/**
 * A draft just read, in which nobody becomes a second entry of the library by itself: whose address is known there is that
 * recipient; about one of the same office or holder, or nobody writes to any more, a member decides. What the appeal gives is not
 * lost where the library lacks it; only where it would change what works, a member says so first.
 */
export async function proposeKnown(reader: Reader, actor: Actor, content: ReceivedContent): Promise<ReceivedContent> {
  const twins = await findTwins(reader, actor, content.fields);
  const known: Fields = Object.fromEntries(
    Object.entries(twins).flatMap(([row, all]) => {
      const name = `recipient-${row}`;
      const [first] = all;
      if (!first) return [];
      const add = [`${name}-addAddresses`, all.every(isHarmless) ? "yes" : ""];
      return content.fields[`${name}-becomes`] === becomesNew ? [add, [`${name}-becomes`, proposed(first)]] : [add];
    }),
  );
  return { ...content, fields: { ...content.fields, ...known }, read: { ...content.read, ...known } };
}

function proposed({ id, why, doNotContact }: Twin): string {
  return why === "address" && !doNotContact ? id : "";
}
