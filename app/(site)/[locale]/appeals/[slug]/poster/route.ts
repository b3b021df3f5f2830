import { findPoster } from "@/lib/sharing/poster";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** An open appeal as a poster to print. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params;
  const poster = await findPoster(slug, locale);
  if (!poster) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(poster), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${slug.replace(/[^a-z0-9-]/gi, "")}-${locale}.pdf"`,
      "cache-control": "public, max-age=0, must-revalidate",
    },
  });
}
