import { feedFormats, isFeedFormat } from "@/lib/feeds/formats";
import { getOpenFeed } from "@/lib/feeds/open-feed";
import { isLocale } from "@/lib/locales";

type Context = { params: Promise<{ locale: string; format: string }> };

/** The appeals people can write for now, for feed readers. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, format } = await params;
  if (!isLocale(locale) || !isFeedFormat(format)) return new Response(null, { status: 404 });
  const { mediaType, write } = feedFormats[format];
  return new Response(write(await getOpenFeed(locale)), {
    headers: {
      "content-type": `${mediaType}; charset=utf-8`,
      "content-language": locale,
      "cache-control": "public, max-age=0, s-maxage=1, must-revalidate",
    },
  });
}
