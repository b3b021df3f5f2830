import { seeOther } from "@/lib/door/see-other";
import { confirmSignature } from "@/lib/signatures/confirm";
import { erasePending } from "@/lib/signatures/erase-pending";

type Context = { params: Promise<{ locale: string; token: string }> };

/**
 * Confirms, or erases what somebody else wrote. Only a person's own click posts here: the scanners of mail servers open
 * links, but press no buttons.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params;
  const fields = new URLSearchParams(await request.text());
  if (fields.get("act") === "erase") {
    await erasePending(token);
    return seeOther(`/${locale}/not-me`);
  }
  return seeOther(`/${locale}/thanks/${await confirmSignature(token)}`);
}
