import { createTranslator } from "use-intl/core";
import { inLanguage, listOpenAppeals } from "@/lib/campaigns/queries";
import { env } from "@/lib/env";
import { formatDeadline } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { loadMessages } from "@/lib/messages";
import { appealAddress, shortAddress } from "@/lib/sharing/address";
import { isShared } from "@/lib/sharing/is-shared";

/** Open appeals in one language, whatever the format they are told in. */
export type Feed = {
  title: string;
  description: string;
  language: Locale;
  /** The page the feed tells of. */
  page: string;
  /** The feed's own address, but for its format. */
  address: string;
  updated: Date;
  entries: FeedEntry[];
};

/** `language` is that of the texts; the paragraphs are plain text. */
export type FeedEntry = {
  id: string;
  address: string;
  title: string;
  language: string;
  organisation: string;
  paragraphs: string[];
  published: Date;
  updated: Date;
};

/** The appeals people can write for now, the newest fifty, as feeds tell of them in a language. */
export async function getOpenFeed(locale: Locale): Promise<Feed> {
  const messages = loadMessages(locale);
  const t = createTranslator({ locale, messages, namespace: "sharing.feed" });
  const words = createTranslator({ locale, messages, namespace: "site.appeal" });
  const house = createTranslator({ locale, messages, namespace: "site.nav" })("house");
  const { appeals } = await listOpenAppeals();
  const entries = appeals.filter(isShared).map((appeal): FeedEntry => {
    const { slug, revision, defaultLanguage, deadlineAt, deadlineZone, organisation } = appeal;
    const zone = deadlineZone ?? "UTC";
    const text = inLanguage(revision.texts, locale, defaultLanguage);
    const published = appeal.publishedAt ?? new Date(0);
    return {
      id: shortAddress(slug),
      address: appealAddress(slug, locale),
      title: text.request,
      language: text.language,
      organisation: organisation.name,
      paragraphs: [
        text.title,
        ...text.summary.split(/\n\s*\n/),
        deadlineAt ? words("deadline", formatDeadline({ at: deadlineAt, zone }, locale)) : "",
      ].filter(Boolean),
      published,
      updated: latest([published, revision.publishedAt]),
    };
  });
  return {
    title: t("title", { house }),
    description: t("description"),
    language: locale,
    page: `${env().APP_URL}/${locale}`,
    address: `${env().APP_URL}/${locale}/feed`,
    updated: latest(entries.map(({ updated }) => updated)),
    entries,
  };
}

function latest(times: (Date | null)[]): Date {
  return new Date(Math.max(0, ...times.map((time) => time?.getTime() ?? 0)));
}
