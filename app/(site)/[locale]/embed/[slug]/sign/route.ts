import { POST as draft } from "@/app/(site)/[locale]/appeals/[slug]/sign/route";
import { intoFrame } from "@/app/(site)/[locale]/embed/[slug]/into-frame";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** The form of an appeal in a frame: the same as on its page, and its check page stays in the frame. */
export async function POST(request: Request, context: Context): Promise<Response> {
  return intoFrame(request, await draft(request, context));
}
