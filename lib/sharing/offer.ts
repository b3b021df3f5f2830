import type { Appeal } from "@/lib/campaigns/queries";
import { inLanguage } from "@/lib/campaigns/queries";
import { direction } from "@/lib/locales";
import { appealAddress } from "./address";
import { isShared } from "./is-shared";
import { shareLinks, type ShareTarget } from "./links";

/** All that a page needs to help somebody pass an appeal on; `path` is that of the appeal's page. */
export type Offer = {
  request: string;
  language: string;
  dir: "ltr" | "rtl";
  address: string;
  links: { target: ShareTarget; href: string }[];
  path: string;
  partner: string;
};

/**
 * How an appeal is passed on by a reader of `locale`; null when it is not. Of a sensitive one nobody is asked to leave a trace.
 * @param partner by whom its reader came, or ""; one who is told of it then came by them too
 */
export function sharingOffer(appeal: Appeal, locale: string, partner = ""): Offer | null {
  if (!isShared(appeal) || appeal.sensitive) return null;
  const { request, language } = inLanguage(appeal.revision.texts, locale, appeal.defaultLanguage);
  const address = appealAddress(appeal.slug, locale, partner);
  const path = `/${locale}/appeals/${appeal.slug}`;
  const links = shareLinks({ request, address });
  return { request, language, dir: direction(language), address, links, path, partner };
}
