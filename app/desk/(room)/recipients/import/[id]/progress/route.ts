import { findActor } from "@/app/desk/actor";
import { orRefusal, Refusal } from "@/lib/errors";
import { getImport } from "@/lib/imports/queries";

type Context = { params: Promise<{ id: string }> };

/** How far an import is. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const actor = await findActor();
  if (!actor) return new Response(null, { status: 401 });
  const facts = await orRefusal(getImport(actor, id));
  if (facts instanceof Refusal) return new Response(null, { status: facts.status });
  const { state, total, next, made, updated, removed, restored, kept } = facts;
  return Response.json(
    { state, total, next, made, updated, removed, restored, kept },
    { headers: { "cache-control": "no-store" } },
  );
}
