import { findActor } from "@/app/desk/actor";
import { orRefusal, Refusal } from "@/lib/errors";
import { deskSearchSchema } from "@/lib/search/schema";
import { searchDesk } from "@/lib/search/search-desk";

/** What the palette asks while somebody types. By POST, so that no name stands in an address or in a proxy's log. */
export async function POST(request: Request): Promise<Response> {
  const actor = await findActor();
  if (!actor) return new Response(null, { status: 401 });
  const { data } = deskSearchSchema.safeParse(await bodyOf(request));
  if (!data) return new Response(null, { status: 422 });
  const found = await orRefusal(searchDesk(actor, { q: data.q, most: 5 }));
  if (found instanceof Refusal) return new Response(null, { status: found.status });
  return Response.json(found, { headers: { "cache-control": "no-store" } });
}

/** What was sent, if it is JSON; whether it is a question is for the schema. */
async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
