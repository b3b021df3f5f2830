import type { Actor } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { lockOwn, writeContent } from "./find-own";
import type { ReceivedContent } from "./schema";

/**
 * Changes which fields a draft has, or what stands in them, other than by typing: its page is made anew.
 * @throws Refusal("not-found"), Refusal("not-possible-now")
 */
export async function changeReceived(
  asked: Actor,
  id: string,
  change: (content: ReceivedContent) => Omit<ReceivedContent, "shape">,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const opened = await lockOwn(tx, asked, id);
    const { content } = opened;
    await writeContent(tx, opened, { ...change(content), shape: content.shape + 1 });
  });
}
