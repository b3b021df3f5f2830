import { seeOther } from "@/lib/door/see-other";
import { orRefusal, Refusal } from "@/lib/errors";
import { draftSignature } from "@/lib/signatures/draft";
import { readSignForm } from "@/lib/signatures/form";
import { signAppeal } from "@/lib/signatures/sign";

type Context = { params: Promise<{ locale: string; token: string }> };

/**
 * Sends a checked draft. The answer is the same for everybody. Of one whose hour is over a new one is made from what the page
 * still had, to be looked at once more.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params;
  const slug = await orRefusal(signAppeal(token));
  if (!(slug instanceof Refusal)) return seeOther(`/${locale}/appeals/${slug}/sent`);
  const body = await request.text();
  const appeal = new URLSearchParams(body).get("slug");
  if (slug.code !== "draft-expired" || !appeal) throw slug;
  const { typed, bodyLanguage, partner } = readSignForm(body);
  const network = request.headers.get("x-client-network") ?? "";
  const draft = await draftSignature({ slug: appeal, language: locale, typed, bodyLanguage, partner, network });
  return seeOther(`/${locale}/check/${draft}?late=1`);
}
