import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { isHarmless } from "./additions";
import { lockOwn, writeContent } from "./find-own";
import { placed } from "./placed";
import type { Fields, Placing } from "./schema";
import { findTwins } from "./twins";

/**
 * Uses lines of an appeal as one of the draft's fields, or as another recipient, address or person: a piece that was read as
 * something else moves there.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for one that is not open; ZodError for lines
 *   without a word, or when nothing of this kind can be added
 */
export async function placeLines(actor: Actor, id: string, placing: Placing): Promise<void> {
  await requireAccess(actor, "received.open");
  await db().$transaction(async (tx) => {
    const opened = await lockOwn(tx, actor, id);
    const { content } = opened;
    const now = placed(content, placing);
    const [use, row = ""] = placing.as.split(":");
    const fields = use === "address" ? await askedAgain(tx, actor, now.fields, row) : now.fields;
    // Another shape: the draft's page is made anew.
    await writeContent(tx, opened, { ...now, fields, shape: content.shape + 1 });
  });
}

/** A tick that was set before this address came says nothing of one that changes what works. */
async function askedAgain(tx: Prisma.TransactionClient, actor: Actor, fields: Fields, row: string): Promise<Fields> {
  const { [row]: twins = [] } = await findTwins(tx, actor, fields);
  return twins.every(isHarmless) ? fields : { ...fields, [`recipient-${row}-addAddresses`]: "" };
}
