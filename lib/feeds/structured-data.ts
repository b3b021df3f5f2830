import type { Appeal } from "@/lib/campaigns/queries";
import { appealView } from "@/lib/campaigns/view";
import { env } from "@/lib/env";
import { appealAddress } from "@/lib/sharing/address";
import { isShared } from "@/lib/sharing/is-shared";
import { picturePath } from "@/lib/sharing/picture";

/**
 * What machines are told of an appeal (schema.org): an article by its organisation. Nobody at risk is in it as a person, and of an
 * appeal that was stopped nothing is told.
 * @returns JSON that can stand in a page; null when there is nothing to tell
 */
export function structuredData(appeal: Appeal, locale: string): string | null {
  if (appeal.stoppedAt) return null;
  const { text, language, organisation, deadline } = appealView(appeal, locale);
  const address = appealAddress(appeal.slug, locale);
  const publisher = { "@type": "Organization", name: organisation };
  const data = {
    "@context": "https://schema.org",
    "@type": "Article",
    "@id": address,
    url: address,
    mainEntityOfPage: address,
    headline: text.request,
    alternativeHeadline: text.title,
    description: text.summary[0],
    inLanguage: language,
    author: publisher,
    publisher,
    datePublished: appeal.publishedAt,
    dateModified: appeal.revision.publishedAt,
    ...(deadline ? { expires: deadline.at } : {}),
    ...(isShared(appeal) ? { image: `${env().APP_URL}${picturePath(appeal, locale)}` } : {}),
  };
  return JSON.stringify(data).replaceAll("<", String.raw`\u003c`);
}
