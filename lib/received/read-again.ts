import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { lockOwn, openOwn, writeContent } from "./find-own";
import { merged } from "./merged";
import { proposeKnown } from "./propose-known";
import { readReceived } from "./read";
import { openOriginalBytes } from "./sealed";
import { type ReceivedContent, type RepairKey, repairsField } from "./schema";

type How = { encoding?: string; toggle?: RepairKey };

/**
 * Reads an open appeal in another way: in another encoding, or with one of its repairs undone or made again. What members have
 * changed stays.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for one that is not open,
 *   Refusal("changed-meanwhile") when somebody changed it while it was read; Refusal as `readReceived`
 */
export async function readReceivedAgain(actor: Actor, id: string, { encoding, toggle }: How): Promise<void> {
  await requireAccess(actor, "received.open");
  const { row, key, content } = await openOwn(actor, id);
  if (!row.sealedBytes) throw new Refusal("not-found");
  const undone = toggle ? toggled(content, toggle) : content.undone;
  const used = encoding ?? row.encoding;
  const bytes = openOriginalBytes(key, id, row.sealedBytes);
  const now = await readReceived(bytes, { name: content.name, undone, ...(used && { encoding: used }) });
  await db().$transaction(async (tx) => {
    const opened = await lockOwn(tx, actor, id);
    if (opened.row.version !== row.version) throw new Refusal("changed-meanwhile");
    const shape = content.shape + 1;
    // What the encodings are is known from the first reading: one that is asked for is not looked for.
    const others = encoding ? [...new Set([row.encoding ?? "", ...content.others])].filter(Boolean) : content.others;
    await writeContent(tx, opened, {
      ...merged(content, await proposeKnown(tx, actor, now.content)),
      others,
      shape,
      touched: toggle ? repairsField : "",
    });
    await tx.receivedAppeal.update({ where: { id }, data: { encoding: now.document.encoding } });
  });
}

function toggled({ undone }: ReceivedContent, key: RepairKey): RepairKey[] {
  const rest = undone.filter((one) => !isSame(one, key));
  return rest.length < undone.length ? rest : [...undone, key];
}

function isSame(one: RepairKey, other: RepairKey): boolean {
  return one.reason === other.reason && one.from === other.from && one.to === other.to;
}
