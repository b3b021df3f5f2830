import type { z } from "zod";
import { Refusal } from "@/lib/errors";
import { log } from "@/lib/log";

/** What an authenticator answered, as the browser posts it. @throws Refusal("wrong-passkey") */
export function readPasskey<T>(schema: z.ZodType<T>, answer: unknown): T {
  const read = schema.safeParse(answer);
  if (!read.success) throw new Refusal("wrong-passkey");
  return read.data;
}

/** The library throws where an answer does not fit. @throws Refusal("wrong-passkey") then */
export async function fitting<T extends { verified: boolean }>(check: Promise<T>): Promise<T & { verified: true }> {
  const checked = await check.catch((error: unknown) => {
    log.info({ reason: error instanceof Error ? error.message : "unknown" }, "passkey refused");
    return null;
  });
  if (!checked?.verified) throw new Refusal("wrong-passkey");
  return { ...checked, verified: true };
}
