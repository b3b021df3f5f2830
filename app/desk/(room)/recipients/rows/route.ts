import { findActor } from "@/app/desk/actor";
import { orRefusal, Refusal } from "@/lib/errors";
import { listLibrary } from "@/lib/library/queries";

/** All recipients of the organisation, for the grid; 204 where they are too many for it. */
export async function GET(): Promise<Response> {
  const actor = await findActor();
  if (!actor) return new Response(null, { status: 401 });
  const lines = await orRefusal(listLibrary(actor));
  if (lines instanceof Refusal) return new Response(null, { status: lines.status });
  if (lines === null) return new Response(null, { status: 204 });
  return Response.json(lines, { headers: { "cache-control": "no-store" } });
}
