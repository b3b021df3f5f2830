import { db } from "@/lib/db";
import { orRefusal, Refusal } from "@/lib/errors";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { emailKeyOf } from "@/lib/privacy/email-keys";
import { readToken } from "@/lib/privacy/links";
import { listChain } from "./news.sql";
import { openSubmission } from "./open";

/**
 * Ends news of a case on a signer's word: of every appeal of its chain that they signed with the same address, and of mails that
 * have not left. Doing so twice changes nothing.
 * @throws Refusal link-unknown
 */
export async function endNews(token: string): Promise<void> {
  const id = readToken("news", token);
  const signature = id && (await db().signature.findUnique({ where: { id }, select: signer }));
  if (!signature) throw new Refusal("link-unknown");
  const ids = [signature.id, ...(await listOthers(signature))];
  await db().$transaction([
    db().signature.updateMany({ where: { id: { in: ids } }, data: { newsConsentAt: null } }),
    db().mail.updateMany({
      where: { signatureId: { in: ids }, kind: "news", state: { in: ["queued", "waiting"] } },
      data: { state: "cancelled", stateAt: new Date() },
    }),
  ]);
}

type Signature = { id: string; campaignId: string; submissionId: string | null };

/** The same person's signatures of other appeals of the chain. */
async function listOthers({ campaignId, submissionId }: Signature): Promise<string[]> {
  const submission = submissionId && (await db().submission.findUnique({ where: { id: submissionId } }));
  const typed = submission ? await orRefusal(openSubmission(submission)) : null;
  if (!typed || typed instanceof Refusal || !typed.email) return [];
  const { email } = typed;
  const found = [];
  for (const other of await listChain(campaignId)) {
    const keys = await orRefusal(getCampaignKeys(other));
    if (keys instanceof Refusal) continue;
    const key = new Uint8Array(emailKeyOf(email, keys.pepper));
    const where = { campaignId: other, emailKey: key };
    found.push(await db().signature.findFirst({ where, select: { id: true } }));
  }
  return found.flatMap((one) => one?.id ?? []);
}

const signer = { id: true, campaignId: true, submissionId: true } as const;
