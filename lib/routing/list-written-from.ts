import { type Appeal, type AppealRecipient, findAppeal } from "@/lib/campaigns/queries";
import { recipientOf, type RecipientView } from "@/lib/campaigns/view";
import { leavesIn } from "@/lib/letters/leaves-in";
import { countryName } from "@/lib/format";
import { countryOf } from "@/lib/letters/postal-address";
import { postTime, type PostTime } from "@/lib/letters/post-time";
import { sheetName } from "@/lib/letters/sheets";
import { seatOf } from "@/lib/letters/view";
import { sampleFor } from "@/lib/letters/write";
import { pickAddress } from "@/lib/recipients/route";
import { type ReasonView, reasonView } from "./view";
import { listUnmet } from "./list-unmet";
import { routeSigner, type Written } from "./route-signer";

/** Somebody who is written to from a country, by what way and why. */
export type WrittenFrom = {
  recipient: RecipientView;
  /** Names the sample letter they get. */
  sheet: string;
  reason: ReasonView | null;
  /** How long that takes, by post. */
  post: PostTime | null;
};

/**
 * Whom a signer in a country would write to, in order. @param country ISO 3166-1 alpha-2
 * @returns `unmet`: names of countries whose embassy is to be written to, and none is from there; null for an appeal that the public may not see, or that nobody can sign now
 */
export async function listWrittenFrom(
  slug: string,
  country: string,
  locale: string,
): Promise<{ appeal: Appeal; written: WrittenFrom[]; unmet: string[] } | null> {
  const appeal = await findAppeal(slug);
  if (appeal?.state !== "live" || appeal.stoppedAt) return null;
  const now = new Date();
  const routed = await routeSigner(appeal, country);
  const written = routed.map(({ recipient, reason }) => {
    const view = recipientOf(recipient, appeal, locale);
    const post = view.channel === "post" ? timeTo(recipient, reason) : null;
    const of = { language: leavesIn(appeal, recipient, locale), fallback: appeal.defaultLanguage };
    const sheet = sheetName(sampleFor(appeal.revision, recipient.id, of));
    return { recipient: view, sheet, reason: reasonView(reason, country, locale), post };
  });
  return { appeal, written, unmet: (await listUnmet(appeal, country)).map((code) => countryName(code, locale)) };

  function timeTo(recipient: AppealRecipient, reason: Written["reason"]): PostTime {
    const to = countryOf(pickAddress(recipient)?.value ?? "", seatOf(reason) ?? recipient.country);
    return postTime(country, to, { now, deadline: appeal?.deadlineAt ?? null });
  }
}
