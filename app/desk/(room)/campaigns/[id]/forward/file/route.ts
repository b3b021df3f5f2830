import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { requireActor } from "@/app/desk/actor";
import { forwardCampaign } from "@/lib/campaigns/forward";
import { orRefusal, Refusal } from "@/lib/errors";

type Context = { params: Promise<{ id: string }> };

/** A campaign as plain text, as a download. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const actor = await requireActor(campaignPath(id, "forward"));
  const language = new URL(request.url).searchParams.get("language") ?? "";
  const found = await orRefusal(forwardCampaign(actor, id, language));
  if (found instanceof Refusal) return new Response(null, { status: found.status });
  return new Response(found.text, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="${found.slug}-${found.language}.txt"`,
      "cache-control": "private, no-store",
    },
  });
}
