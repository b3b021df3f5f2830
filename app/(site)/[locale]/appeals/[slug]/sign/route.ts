import { seeOther } from "@/lib/door/see-other";
import { readSignForm } from "@/lib/signatures/form";
import { draftSignature } from "@/lib/signatures/draft";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** Keeps what was typed and leads to its check page. A filled trap gets the usual end of the way, and nothing is kept. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params;
  const { trapped, ...form } = readSignForm(await request.text());
  if (trapped) return seeOther(`/${locale}/appeals/${slug}/sent`);
  const network = request.headers.get("x-client-network") ?? "";
  const token = await draftSignature({ ...form, slug, language: locale, network });
  return seeOther(`/${locale}/check/${token}`);
}
