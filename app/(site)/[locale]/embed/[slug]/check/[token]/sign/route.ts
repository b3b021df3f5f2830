import { POST as sign } from "@/app/(site)/[locale]/check/[token]/sign/route";
import { intoFrame } from "@/app/(site)/[locale]/embed/[slug]/into-frame";

type Context = { params: Promise<{ locale: string; token: string }> };

/** Sends a checked draft from within a frame. */
export async function POST(request: Request, context: Context): Promise<Response> {
  return intoFrame(request, await sign(request, context));
}
