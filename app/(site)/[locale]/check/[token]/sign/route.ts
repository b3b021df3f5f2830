import { seeOther } from "@/lib/door/see-other";
import { orRefusal, Refusal } from "@/lib/errors";
import { draftSignature } from "@/lib/signatures/draft";
import { readSignForm } from "@/lib/signatures/form";
import { rerouteDraft } from "@/lib/signatures/reroute";
import { signAppeal } from "@/lib/signatures/sign";

type Context = { params: Promise<{ locale: string; token: string }> };

/**
 * Sends a checked draft, with the same answer for everybody; or asks anew who it goes to, and how. Of a draft whose hour is over
 * a new one is made from what the page still had, to be looked at once more.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params;
  const body = await request.text();
  const fields = new URLSearchParams(body);
  const network = request.headers.get("x-client-network") ?? "";
  if (fields.get("act") === "reroute") {
    const { country, ownClient } = readSignForm(body).typed;
    const changes = { ...(country !== undefined && { country }), ...(ownClient !== undefined && { ownClient }) };
    return seeOther(`/${locale}/check/${await rerouteDraft(token, changes, network)}`);
  }
  const sent = await orRefusal(signAppeal(token));
  if (!(sent instanceof Refusal)) return seeOther(`/${locale}/appeals/${sent}/sent`);
  const slug = fields.get("slug");
  if (sent.code !== "draft-expired" || !slug) throw sent;
  const { typed, bodyLanguage, partner } = readSignForm(body);
  const draft = await draftSignature({ slug, language: locale, typed, bodyLanguage, partner, network });
  return seeOther(`/${locale}/check/${draft}?late=1`);
}
