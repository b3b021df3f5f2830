import { findActor } from "@/app/desk/actor";
import { importPath } from "@/app/desk/(room)/recipients/import/path";
import { seeOther } from "@/lib/door/see-other";
import { orRefusal, Refusal } from "@/lib/errors";
import { openBadRows } from "@/lib/imports/bad-rows";
import { byteStream } from "@/lib/reports/byte-stream";

type Context = { params: Promise<{ id: string }> };

/** Sends the rows of a file that could not be imported. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const actor = await findActor();
  if (!actor) return seeOther(`/desk/sign-in?next=${encodeURIComponent(importPath(id))}`);
  const opened = await orRefusal(openBadRows(actor, id));
  if (opened instanceof Refusal) return new Response(null, { status: opened.status });
  return new Response(byteStream(opened.chunks), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${opened.fileName}"`,
      "cache-control": "no-store",
    },
  });
}
