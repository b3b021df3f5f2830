import { byteOrderMark, csvLine, textCell } from "@/lib/reports/csv";
import { type Actor, requireAccess } from "./access";
import { readEvents } from "./audit-queries";
import { recordEvent } from "./record-event";
import type { AuditSearch } from "./schema";

const pageSize = 1000;

/**
 * The events that fit a search as lines of CSV, newest first, as they stand when it begins. The export is an event itself.
 * @throws Refusal("no-access")
 */
export async function exportEvents(actor: Actor, search: AuditSearch): Promise<AsyncGenerator<Buffer, void, void>> {
  await requireAccess(actor, "audit.export");
  const { organisationId } = actor;
  await recordEvent(actor, { action: "audit.exported", subjectType: "organisation", subjectId: organisationId });
  return csvOf(organisationId, search);
}

async function* csvOf(organisationId: string, search: AuditSearch): AsyncGenerator<Buffer, void, void> {
  yield Buffer.from(byteOrderMark + line(["at", "who", "what", "subject", "subject id", "detail"]));
  let before: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readEvents>> = await readEvents(organisationId, {
      search,
      before,
      limit: pageSize,
    });
    for (const { at, who, what, subject, subjectId, reason } of page.lines) {
      yield Buffer.from(line([at.toISOString(), who ?? "", what, subject ?? "", subjectId ?? "", reason ?? ""]));
    }
    before = page.older;
  } while (before);
}

function line(cells: string[]): string {
  return csvLine(cells.map(textCell), ",");
}
