import { pastePath } from "@/app/desk/(room)/campaigns/paste/path";
import { requireActor } from "@/app/desk/actor";
import { orRefusal, Refusal } from "@/lib/errors";
import { openReceivedFile } from "@/lib/received/queries";

type Context = { params: Promise<{ id: string }> };

/** A received appeal as it came, as a download: whatever it is, a browser does not open it here. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const actor = await requireActor(pastePath(id));
  const found = await orRefusal(openReceivedFile(actor, id));
  if (found instanceof Refusal) return new Response(null, { status: 404 });
  const name = found.mediaType === "text/plain" ? "appeal.txt" : "appeal";
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}
