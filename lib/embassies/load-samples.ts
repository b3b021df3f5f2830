import { v7 as uuidv7 } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { previewEmbassies } from "./preview";
import { sampleEmbassies } from "./samples";
import { writeEmbassies } from "./write-embassies";

/**
 * Adds the invented embassies, marked as samples; where the organisation has one for a pair of countries, it stays.
 * @returns how many were added
 * @throws Refusal("no-access")
 */
export async function loadSampleEmbassies(actor: Actor): Promise<number> {
  await requireAccess(actor, "campaigns.edit");
  const { rows, problems } = await previewEmbassies(actor, sampleEmbassies);
  const taken = new Set(problems.map(({ line }) => line));
  const embassies = rows
    .filter(({ line }) => !taken.has(line))
    .map(({ input }) => ({ id: uuidv7(), sample: true, input }));
  if (embassies.length === 0) return 0;
  await db().$transaction(async (tx) => {
    await writeEmbassies(tx, actor, embassies);
    const entry = { action: "embassies.samples", subjectType: "embassy", reason: String(embassies.length) };
    await recordEvent(actor, entry, tx);
  });
  return embassies.length;
}
