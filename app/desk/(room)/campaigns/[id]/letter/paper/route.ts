import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { findActor } from "@/app/desk/actor";
import { withQuery } from "@/lib/accounts/return-path";
import { seeOther } from "@/lib/door/see-other";
import { orRefusal, Refusal } from "@/lib/errors";
import { makeTestPaper } from "@/lib/letters/make-test-paper";
import { testPaperSchema } from "@/lib/letters/schema";

type Context = { params: Promise<{ id: string }> };

/** A letter on paper as it would go by fax or by post, marked as a test. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const actor = await findActor();
  const back = withQuery(campaignPath(id, "letter"), { language: query["language"] });
  if (!actor) return seeOther(`/desk/sign-in?next=${encodeURIComponent(back)}`);
  const asked = testPaperSchema.safeParse(query);
  if (!asked.success) return new Response(null, { status: 404 });
  const bytes = await orRefusal(makeTestPaper(actor, id, asked.data));
  if (bytes instanceof Refusal) return new Response(null, { status: bytes.status });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="test-${asked.data.way}.pdf"`,
      "cache-control": "no-store",
    },
  });
}
