import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { findActor, requireOrigin } from "@/app/desk/actor";
import { withQuery } from "@/lib/accounts/return-path";
import { seeOther } from "@/lib/door/see-other";
import { orRefusal, Refusal } from "@/lib/errors";
import { byteStream } from "@/lib/reports/byte-stream";
import { openExport } from "@/lib/reports/open-export";
import { readExportForm } from "@/lib/reports/schema";

type Context = { params: Promise<{ id: string }> };

/** Sends an export, made as fast as it is taken: who goes away ends it. What cannot be made leads back to its form. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const form = campaignPath(id, "signatures/export");
  const foreign = await orRefusal(requireOrigin());
  if (foreign instanceof Refusal) return new Response(null, { status: foreign.status });
  const actor = await findActor();
  const choice = readExportForm(await request.formData());
  if (!actor) return seeOther(`/desk/sign-in?next=${encodeURIComponent(withQuery(form, { what: choice?.what }))}`);
  if (!choice) return seeOther(`${form}?problem=noColumns`);
  const opened = await orRefusal(openExport(actor, id, choice));
  if (opened instanceof Refusal) return seeOther(`${form}?what=${choice.what}&problem=refused`);
  return new Response(byteStream(opened.chunks), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${opened.fileName}"`,
      "cache-control": "no-store",
    },
  });
}
