import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/locales";
import { loadMessages, type Messages } from "@/lib/messages";

type Translator = ReturnType<typeof createTranslator<Messages["appealText"]>>;

const translators = new Map<Locale, Translator>();

/** The words of the format that are filled in, in one language. */
export function translate(locale: Locale): Translator {
  // Making one costs more than all it is asked for in one text.
  const made = translators.get(locale) ?? createTranslator({ locale, messages: loadMessages(locale).appealText });
  translators.set(locale, made);
  return made;
}
