import { findAppealText } from "@/lib/campaigns/find-text";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** A public appeal as plain text, to be passed on by mail. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params;
  const found = await findAppealText(slug, locale);
  if (!found) return new Response(null, { status: 404 });
  return new Response(found.text, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-language": found.language,
      "cache-control": "public, max-age=0, s-maxage=1, must-revalidate",
    },
  });
}
