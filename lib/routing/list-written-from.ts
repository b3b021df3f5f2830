import { type Appeal, type AppealRecipient, findAppeal } from "@/lib/campaigns/queries";
import { recipientOf, type RecipientView } from "@/lib/campaigns/view";
import { countryOf } from "@/lib/letters/postal-address";
import { postTime, type PostTime } from "@/lib/letters/post-time";
import { seatOf } from "@/lib/letters/view";
import { pickAddress } from "@/lib/recipients/route";
import { type ReasonView, reasonView } from "./view";
import { routeSigner, type Written } from "./route-signer";

/** Somebody who is written to from a country, by what way and why; `post` is how long that takes, of one by post. */
export type WrittenFrom = { recipient: RecipientView; reason: ReasonView | null; post: PostTime | null };

/**
 * Whom a signer in a country would write to, in order. @param country ISO 3166-1 alpha-2
 * @returns null for an appeal that the public may not see, or that nobody can sign now
 */
export async function listWrittenFrom(
  slug: string,
  country: string,
  locale: string,
): Promise<{ appeal: Appeal; written: WrittenFrom[] } | null> {
  const appeal = await findAppeal(slug);
  if (appeal?.state !== "live" || appeal.stoppedAt) return null;
  const now = new Date();
  const routed = await routeSigner(appeal, country);
  const written = routed.map(({ recipient, reason }) => {
    const view = recipientOf(recipient, appeal, locale);
    const post = view.channel === "post" ? timeTo(recipient, reason) : null;
    return { recipient: view, reason: reasonView(reason, country, locale), post };
  });
  return { appeal, written };

  function timeTo(recipient: AppealRecipient, reason: Written["reason"]): PostTime {
    const to = countryOf(pickAddress(recipient)?.value ?? "", seatOf(reason) ?? recipient.country);
    return postTime(country, to, { now, deadline: appeal?.deadlineAt ?? null });
  }
}
