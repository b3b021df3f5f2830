import { seeOther } from "@/lib/door/see-other";
import { readSignForm } from "@/lib/signatures/form";
import { rerouteDraft } from "@/lib/signatures/reroute";
import { signAppeal } from "@/lib/signatures/sign";

type Context = { params: Promise<{ locale: string; token: string }> };

/** Sends a checked draft, with the same answer for everybody; or asks anew who it goes to, and how. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params;
  const body = await request.text();
  if (new URLSearchParams(body).get("act") === "reroute") {
    const { country, ownClient } = readSignForm(body).typed;
    const network = request.headers.get("x-client-network") ?? "";
    const changes = { ...(country !== undefined && { country }), ...(ownClient !== undefined && { ownClient }) };
    return seeOther(`/${locale}/check/${await rerouteDraft(token, changes, network)}`);
  }
  const slug = await signAppeal(token);
  return seeOther(`/${locale}/appeals/${slug}/sent`);
}
