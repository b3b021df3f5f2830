import { Refusal } from "@/lib/errors";
import { endNews } from "@/lib/signatures/end-news";

type Context = { params: Promise<{ token: string }> };

/** What a mail program posts when its reader presses its own button (RFC 8058 §3.2): without cookie, origin or redirect. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const headers = { "cache-control": "no-store" };
  try {
    await endNews(token);
  } catch (error) {
    if (error instanceof Refusal) return new Response(null, { status: error.status, headers });
    throw error;
  }
  return new Response(null, { status: 204, headers });
}
