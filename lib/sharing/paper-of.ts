import { createTranslator } from "use-intl/core";
import type { AppealView } from "@/lib/campaigns/view";
import { formatDeadline } from "@/lib/format";
import { direction, localeFor, primaryLanguage } from "@/lib/locales";
import { loadMessages } from "@/lib/messages";

/** Korean is broken between words, which a word joiner (U+2060) between their signs says to Typst. */
export function unbroken(text: string): string {
  return text.replace(/(?<=\p{Script=Hangul})(?=\p{Script=Hangul})/gu, "\u2060");
}

/** What picture and poster of an appeal have in common: all of it in the language of the appeal's text, as far as we speak it. */
export function paperOf({ language, organisation, deadline }: AppealView) {
  const locale = localeFor(language) ?? "en";
  const messages = loadMessages(locale);
  const appeal = createTranslator({ locale, messages, namespace: "site.appeal" });
  const t = createTranslator({ locale, messages, namespace: "sharing.poster" });
  return {
    language: primaryLanguage(language),
    rtl: direction(language) === "rtl",
    cjk: /^(?:zh|ko|ja)\b/.exec(language)?.[0] ?? null,
    organisation,
    until: deadline ? unbroken(appeal("deadline", formatDeadline(deadline, locale))) : "",
    words: { example: appeal("example"), scan: unbroken(t("scan")), type: unbroken(t("type")) },
  };
}
