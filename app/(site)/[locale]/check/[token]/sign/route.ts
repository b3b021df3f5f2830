import { seeOther } from "@/lib/door/see-other";
import { actOnDraft } from "@/lib/signatures/act-on-draft";
import { readSignForm } from "@/lib/signatures/form";

type Context = { params: Promise<{ locale: string; token: string }> };

/** Sends a checked draft, or leads to another one. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params;
  const body = await request.text();
  const fields = new URLSearchParams(body);
  const act = { act: fields.get("act"), slug: fields.get("slug"), form: readSignForm(body) };
  const network = request.headers.get("x-client-network") ?? "";
  const acted = await actOnDraft(token, act, { language: locale, network });
  if ("sent" in acted) return seeOther(`/${locale}/appeals/${acted.sent}/sent`);
  return seeOther(`/${locale}/check/${acted.check}${acted.late ? "?late=1" : ""}`);
}
