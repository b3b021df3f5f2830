import { findSharingPicture } from "@/lib/sharing/picture";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** The picture of an open appeal that others show beside a link to it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params;
  const picture = await findSharingPicture(slug, locale);
  if (!picture) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(picture), {
    headers: { "content-type": "image/png", "cache-control": "public, max-age=0, must-revalidate" },
  });
}
