import { findOembed } from "@/lib/embeds/oembed";

export const dynamic = "force-dynamic";

/** What another site shows in place of a link to an appeal (oembed.com). */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const format = asked.get("format") ?? "json";
  if (format !== "json") return new Response(null, { status: 501 });
  const room = { width: pixels(asked.get("maxwidth")), height: pixels(asked.get("maxheight")) };
  const found = await findOembed(asked.get("url") ?? "", room);
  if (!found) return new Response(null, { status: 404 });
  return Response.json(found, { headers: { "cache-control": "public, max-age=60" } });
}

function pixels(text: string | null): number {
  return text !== null && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : Infinity;
}
