import { findAppealFacts } from "@/lib/campaigns/facts";
import { env } from "@/lib/env";

type Context = { params: Promise<{ slug: string }> };

/** Public facts and tallies of one appeal. Problems are told as RFC 9457 asks. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const facts = await findAppealFacts(slug);
  if (!facts) {
    const problem = {
      type: "about:blank",
      title: "Not Found",
      status: 404,
      detail: "There is no such appeal in public.",
    };
    return Response.json(problem, { status: 404, headers: { "content-type": "application/problem+json" } });
  }
  const headers = { "cache-control": "public, max-age=1", "access-control-allow-origin": "*" };
  return Response.json({ ...facts, url: `${env().APP_URL}/appeals/${slug}` }, { headers });
}
