import { findActor } from "@/app/desk/actor";
import { findPublicPicture, openPicture, type ServedPicture } from "@/lib/cases/find-picture";
import { orRefusal, Refusal } from "@/lib/errors";

type Context = { params: Promise<{ id: string }> };

/** A picture: for everybody while a public appeal shows it (`?small` for phones), else for members of its organisation. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const small = new URL(request.url).searchParams.has("small");
  const shown = await findPublicPicture(id, small ? "small" : "large");
  if (shown) return send(shown, "public, max-age=60");
  const actor = await findActor();
  const own = actor && (await orRefusal(openPicture(actor, id)));
  if (own && !(own instanceof Refusal)) return send(own, "private, no-store");
  return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
}

function send({ bytes, mediaType }: ServedPicture, caching: string): Response {
  return new Response(bytes, {
    headers: {
      "content-type": mediaType,
      "cache-control": caching,
      "x-content-type-options": "nosniff",
      "content-disposition": "inline",
    },
  });
}
