import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { byteOrderMark, csvLine, textCell } from "@/lib/reports/csv";
import { listEmbassyCells } from "./queries";

/**
 * The organisation's embassies as CSV that `readEmbassyFile` reads again.
 * @throws Refusal("no-access")
 */
export async function exportEmbassies(actor: Actor): Promise<string> {
  await requireAccess(actor, "embassies.export");
  const lines = await listEmbassyCells(actor);
  await recordEvent(actor, { action: "embassies.exported" });
  return byteOrderMark + lines.map((cells) => csvLine(cells.map(textCell), ",")).join("");
}
