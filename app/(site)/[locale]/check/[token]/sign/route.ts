import { seeOther } from "@/lib/door/see-other";
import { signAppeal } from "@/lib/signatures/sign";

type Context = { params: Promise<{ locale: string; token: string }> };

/** Sends a checked draft. The answer is the same for everybody. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params;
  const slug = await signAppeal(token);
  return seeOther(`/${locale}/appeals/${slug}/sent`);
}
