import { isReady } from "@/lib/health/ready";

export const dynamic = "force-dynamic";

/** Whether the process can do its work; while it answers 503, an operator sends visitors elsewhere. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  const headers = { "cache-control": "no-store" };
  return Response.json({ status: ready ? "ready" : "not ready" }, { status: ready ? 200 : 503, headers });
}
