import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Submission } from "@/lib/generated/prisma/client";
import { readToken } from "@/lib/privacy/links";

/**
 * The draft of a check page, while it can be sent.
 * @throws Refusal link-unknown, draft-expired, draft-sent
 */
export async function getDraft(token: string): Promise<Submission> {
  const id = readToken("check", token);
  if (!id) throw new Refusal("link-unknown");
  const draft = await db().submission.findUnique({ where: { id } });
  if (!draft?.sealed || draft.expiresAt <= new Date()) throw new Refusal("draft-expired");
  if (draft.submittedAt) throw new Refusal("draft-sent");
  return draft;
}
