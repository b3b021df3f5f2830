import { db } from "@/lib/db";
import { readToken } from "@/lib/privacy/links";

/** Whether the token of a check page is that of a draft for this appeal. */
export async function isDraftOf(token: string, slug: string): Promise<boolean> {
  const id = readToken("check", token);
  if (!id) return false;
  return (await db().submission.findFirst({ where: { id, campaign: { slug } }, select: { id: true } })) !== null;
}
