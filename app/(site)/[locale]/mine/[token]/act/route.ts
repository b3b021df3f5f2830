import { seeOther } from "@/lib/door/see-other";
import { Refusal } from "@/lib/errors";
import { eraseSignature } from "@/lib/signatures/erase";
import { reportLetterSent } from "@/lib/signatures/report-sent";
import { withdrawSignature } from "@/lib/signatures/withdraw";

type Context = { params: Promise<{ locale: string; token: string }> };

/** What a signer does on their own page: "I sent it", its undoing, withdraw, erase. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params;
  const fields = new URLSearchParams(await request.text());
  const letter = fields.get("letter") ?? "";
  const act = fields.get("act");
  if (act === "sent" || act === "not-sent") await reportLetterSent(token, letter, act === "sent");
  else if (act === "withdraw") await withdrawSignature(token);
  else if (act === "erase") {
    await eraseSignature(token);
    return seeOther(`/${locale}/erased`);
  } else throw new Refusal("not-found");
  return seeOther(`/${locale}/mine/${token}`);
}
