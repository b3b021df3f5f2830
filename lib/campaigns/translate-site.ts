import { createTranslator } from "use-intl/core";
import { wordsLocale } from "@/lib/importing/appeal-text/words";
import { loadMessages } from "@/lib/messages";

/** The words of the public side for a text in `language`: in it, or in the fall-back where the product does not speak it. */
export function translateSite(language: string) {
  const locale = wordsLocale(language);
  return createTranslator({ locale, messages: loadMessages(locale).site });
}
