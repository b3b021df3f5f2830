import { findActor, findSessionId } from "@/app/desk/actor";
import { eventStream } from "@/lib/delivery/event-stream";
import { getDelivery } from "@/lib/delivery/queries";
import { deliveryQuerySchema } from "@/lib/delivery/schema";
import { watchDelivery } from "@/lib/delivery/watch";
import { orRefusal, Refusal } from "@/lib/errors";
import { log } from "@/lib/log";
import { closingSignal } from "@/lib/process/closing";

// A proxy that gathers or packs an answer would keep its events back.
const live = {
  "content-type": "text/event-stream",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/** What the delivery pages show: as events for as long as the browser listens, or once as JSON. */
export async function GET(request: Request): Promise<Response> {
  const [sessionId, actor] = [await findSessionId(), await findActor()];
  if (!sessionId || !actor) return new Response(null, { status: 401 });
  const { campaign, span, before } = deliveryQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const view = { campaignId: campaign ?? null, span, before };
  const now = await orRefusal(getDelivery(actor, view));
  if (now instanceof Refusal) return new Response(null, { status: now.status });
  if (request.headers.get("accept") !== "text/event-stream") {
    return Response.json(now, { headers: { "cache-control": "no-store" } });
  }
  const gone = new AbortController();
  const signal = AbortSignal.any([gone.signal, request.signal, closingSignal()]);
  const stream = eventStream(watchDelivery(actor, view, { sessionId, signal }), {
    stop: () => gone.abort(),
    failed: note,
  });
  return new Response(stream, { headers: live });
}

/** Why news ended early: not worth a word when the member may simply no longer see them. */
function note(err: unknown): void {
  if (!(err instanceof Refusal)) log.error({ err }, "the delivery page got no more news");
}
