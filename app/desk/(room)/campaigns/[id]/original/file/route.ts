import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { requireActor } from "@/app/desk/actor";
import { orRefusal, Refusal } from "@/lib/errors";
import { openOriginal } from "@/lib/originals/queries";

type Context = { params: Promise<{ id: string }> };

/** The original of a campaign as a download: whatever it is, a browser does not open it here. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const actor = await requireActor(`${campaignPath(id)}/original`);
  const found = await orRefusal(openOriginal(actor, id));
  if (found instanceof Refusal) return new Response(null, { status: 404 });
  const name = found.mediaType === "text/plain" ? "original.txt" : "original";
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}
