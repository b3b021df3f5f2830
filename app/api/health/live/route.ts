export const dynamic = "force-dynamic";

/** Whether the process answers at all; an operator restarts it when not. */
export function GET(): Response {
  return Response.json({ status: "live" }, { headers: { "cache-control": "no-store" } });
}
