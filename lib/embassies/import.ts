import { v7 as uuidv7 } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { previewEmbassies } from "./preview";
import type { EmbassyFile } from "./read-file";
import { writeEmbassies } from "./write-embassies";

/**
 * Adds the embassies of a file: all of them or, while anything is wrong with it, none.
 * @returns the file as it was understood; without problems it is in
 * @throws Refusal("no-access"); Refusal("changed-meanwhile") when somebody else added one of them at this moment
 */
export async function importEmbassies(actor: Actor, text: string): Promise<EmbassyFile> {
  await requireAccess(actor, "campaigns.edit");
  const file = await previewEmbassies(actor, text);
  if (file.problems.length > 0) return file;
  const embassies = file.rows.map(({ sample, input }) => ({ id: uuidv7(), sample, input }));
  await db().$transaction(
    async (tx) => {
      if (!(await writeEmbassies(tx, actor, embassies))) throw new Refusal("changed-meanwhile");
      const reason = String(embassies.length);
      await recordEvent(actor, { action: "embassies.imported", subjectType: "embassy", reason }, tx);
    },
    { timeout: 60_000 },
  );
  return file;
}
