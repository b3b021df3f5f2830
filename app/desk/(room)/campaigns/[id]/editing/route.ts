import { findActor } from "@/app/desk/actor";
import { getEditing } from "@/lib/campaigns/editing";
import { holdEditing } from "@/lib/campaigns/hold-editing";
import { leaveEditing } from "@/lib/campaigns/leave-editing";
import { orRefusal, Refusal } from "@/lib/errors";

const acts = { hold: holdEditing, look: getEditing, leave: leaveEditing };

/** The sign of life of an open editor: it holds the campaign, looks who does, or leaves it. Answers who edits it now. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await findActor();
  // A session that is over is told by what is saved; an error here would be one on every beat.
  if (!actor) return new Response(null, { status: 204 });
  const asked = new URL(request.url).searchParams.get("act") ?? "";
  const act = Object.hasOwn(acts, asked) ? acts[asked as keyof typeof acts] : getEditing;
  const now = await orRefusal<unknown>(act(actor, (await params).id));
  if (now instanceof Refusal) return new Response(null, { status: now.status });
  return Response.json(now ?? null, { headers: { "cache-control": "no-store" } });
}
