import { seeOther } from "@/lib/door/see-other";
import { endNews } from "@/lib/signatures/end-news";

type Context = { params: Promise<{ locale: string; token: string }> };

/** A signer wants no more news. Only a person's own click posts here: the scanners of mail servers open links. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params;
  await endNews(token);
  return seeOther(`/${locale}/news/${token}`);
}
