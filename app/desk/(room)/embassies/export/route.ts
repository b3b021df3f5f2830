import { findActor } from "@/app/desk/actor";
import { seeOther } from "@/lib/door/see-other";
import { exportEmbassies } from "@/lib/embassies/export";
import { orRefusal, Refusal } from "@/lib/errors";

/** The organisation's embassies as a file that can be read in again. */
export async function GET(): Promise<Response> {
  const actor = await findActor();
  if (!actor) return seeOther("/desk/sign-in?next=%2Fdesk%2Fembassies");
  const text = await orRefusal(exportEmbassies(actor));
  if (text instanceof Refusal) return new Response(null, { status: text.status });
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="embassies.csv"',
      "cache-control": "no-store",
    },
  });
}
