import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { type EmbassyFile, readEmbassyFile } from "./read-file";

/**
 * What a file of embassies would add, and by line what is wrong with it; changes nothing.
 * @throws Refusal("no-access")
 */
export async function previewEmbassies(actor: Actor, text: string): Promise<EmbassyFile> {
  await requireAccess(actor, "campaigns.edit");
  const { rows, problems } = readEmbassyFile(text);
  const known = await db().embassy.findMany({
    where: { organisationId: actor.organisationId },
    select: { represents: true, host: true },
  });
  const keys = new Set(known.map(({ represents, host }) => `${represents} ${host}`));
  const there = rows.filter(({ input }) => keys.has(`${input.represents} ${input.host}`));
  const taken = there.map(({ line }) => ({ line, field: "host", code: "taken" }));
  return { rows, problems: [...problems, ...taken].toSorted((one, other) => one.line - other.line) };
}
