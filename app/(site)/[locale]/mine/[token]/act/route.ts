import { seeOther } from "@/lib/door/see-other";
import { Refusal } from "@/lib/errors";
import { eraseSignature } from "@/lib/signatures/erase";
import { readSignForm } from "@/lib/signatures/form";
import { reportLetterSent } from "@/lib/signatures/report-sent";
import { rewriteLetters } from "@/lib/signatures/rewrite";
import { withdrawSignature } from "@/lib/signatures/withdraw";

type Context = { params: Promise<{ locale: string; token: string }> };

/** What a signer does on their own page: "I sent it", its undoing, other words, withdraw, erase. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params;
  const body = await request.text();
  const fields = new URLSearchParams(body);
  const letter = fields.get("letter") ?? "";
  const act = fields.get("act");
  if (act === "sent" || act === "not-sent") await reportLetterSent(token, letter, act === "sent");
  else if (act === "rewrite") {
    const network = request.headers.get("x-client-network") ?? "";
    const draft = await rewriteLetters(token, readSignForm(body).typed, network);
    if (draft) return seeOther(`/${locale}/mine/${token}/words?draft=${draft}`);
  } else if (act === "withdraw") await withdrawSignature(token);
  else if (act === "erase") {
    await eraseSignature(token);
    return seeOther(`/${locale}/erased`);
  } else throw new Refusal("not-found");
  return seeOther(`/${locale}/mine/${token}`);
}
