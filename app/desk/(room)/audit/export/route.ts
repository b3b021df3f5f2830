import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { exportEvents } from "@/lib/accounts/export-events";
import { auditSearchSchema } from "@/lib/accounts/schema";
import { byteStream } from "@/lib/reports/byte-stream";

export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor("/desk/audit");
  const search = auditSearchSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const lines = await allowed(exportEvents(actor, search));
  return new Response(byteStream(lines), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="audit-log.csv"',
      "cache-control": "no-store",
    },
  });
}
