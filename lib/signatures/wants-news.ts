import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { readToken } from "@/lib/privacy/links";

/**
 * Whether the signer behind a link in a mail of news still gets news.
 * @throws Refusal link-unknown
 */
export async function wantsNews(token: string): Promise<boolean> {
  const id = readToken("news", token);
  const signature = id && (await db().signature.findUnique({ where: { id }, select: { newsConsentAt: true } }));
  if (!signature) throw new Refusal("link-unknown");
  return signature.newsConsentAt !== null;
}
