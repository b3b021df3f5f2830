import { largestCall, receiveBounce, receivesBounces } from "@/lib/delivery/receive-bounce";

const problems = {
  400: ["Bad Request", "The body has to be JSON with `to`, the envelope recipient, and `raw`, the message in base64."],
  401: ["Unauthorized", "The call has to be signed as Standard Webhooks asks, within five minutes."],
  404: ["Not Found", "No secret is set, so nothing is taken in here."],
  413: ["Content Too Large", "A report has 1 MB at most."],
  503: ["Service Unavailable", "The letter is leaving at this moment. Bring the report again."],
} as const;

/** Takes in a report on a delivery. The answer does not tell what it changed. */
export async function POST(request: Request): Promise<Response> {
  if (!receivesBounces()) return problem(404);
  const body = await readBody(request);
  if (!body) return problem(413);
  const { headers } = request;
  const head = {
    id: headers.get("webhook-id"),
    timestamp: headers.get("webhook-timestamp"),
    signature: headers.get("webhook-signature"),
  };
  const status = await receiveBounce(head, body);
  return status === 202 ? new Response(null, { status, headers: { "cache-control": "no-store" } }) : problem(status);
}

/** @returns null as soon as it is larger than any call */
async function readBody({ headers, body }: Request): Promise<Buffer | null> {
  if (Number(headers.get("content-length") ?? 0) > largestCall) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > largestCall) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function problem(status: keyof typeof problems): Response {
  const [title, detail] = problems[status];
  const headers = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...(status === 503 && { "retry-after": "60" }),
  };
  return Response.json({ type: "about:blank", title, status, detail }, { status, headers });
}
