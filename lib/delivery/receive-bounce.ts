import { z } from "zod";
import { env } from "@/lib/env";
import { isSigned, type SignedHead } from "./inbound-signature";
import { largestBounce, takeBounce } from "./take-bounce";

/** The most bytes of a call: base64 takes a third more, and there is JSON around it. */
export const largestCall = Math.ceil((largestBounce * 4) / 3) + 4096;

const callSchema = z.object({
  /** The envelope recipient. */
  to: z.string().min(1).max(320),
  /** The message as it came. */
  raw: z.base64().min(1),
});

/** Whether reports may be brought over HTTP at all. */
export function receivesBounces(): boolean {
  return env().INBOUND_SECRET !== undefined;
}

/**
 * Takes in a report that somebody else's mail server received for us. What it changed is not told.
 * @returns the status to answer with: 401 unsigned, 400 no such call, 413 too large, 503 to be brought again later, else 202
 */
export async function receiveBounce(head: SignedHead, body: Buffer): Promise<202 | 400 | 401 | 413 | 503> {
  if (!isSigned(head, body, env().INBOUND_SECRET ?? "")) return 401;
  const call = callSchema.safeParse(parseJson(body.toString()));
  if (!call.success) return 400;
  const raw = Buffer.from(call.data.raw, "base64");
  if (raw.length > largestBounce) return 413;
  return (await takeBounce(raw, call.data.to)) === "later" ? 503 : 202;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
