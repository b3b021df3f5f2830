import { findAppealCode } from "@/lib/sharing/qr";

type Context = { params: Promise<{ slug: string }> };

/** The QR code that leads to an open appeal. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const code = await findAppealCode((await params).slug);
  if (code === null) return new Response(null, { status: 404 });
  return new Response(code, {
    headers: { "content-type": "image/svg+xml", "cache-control": "public, max-age=0, must-revalidate" },
  });
}
