import { seeOther } from "@/lib/door/see-other";
import { confirmSignature } from "@/lib/signatures/confirm";

type Context = { params: Promise<{ locale: string; token: string }> };

/** Confirms. Only a person's own click posts here: the scanners of mail servers open links, but press no buttons. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params;
  return seeOther(`/${locale}/thanks/${await confirmSignature(token)}`);
}
