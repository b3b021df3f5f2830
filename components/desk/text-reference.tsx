import { useTranslations } from "next-intl";
import type { Edition } from "@/lib/campaigns/edition";
import { isLocale } from "@/lib/locales";
import { AppealWords } from "./appeal-words";
import { languageName } from "./language-name";

type TextReferenceProps = { language: string; texts: Edition["texts"]; defaultLanguage: string };

/** For who translates: the text in the default language, and a word when the public side does not speak theirs. */
export function TextReference({ language, texts, defaultLanguage }: TextReferenceProps) {
  const t = useTranslations("desk.appealText");
  const original = texts.find((text) => text.language === defaultLanguage);
  if (language === defaultLanguage) return null;
  return (
    <>
      {!isLocale(language) && (
        <p className="border-s-4 border-amber bg-sheet px-4 py-2">
          {t("notOnSite", { language: languageName(language) })}
        </p>
      )}
      {original && (
        <details>
          <summary className="link flex min-h-11 cursor-pointer items-center">
            {t("reference", { language: languageName(defaultLanguage) })}
          </summary>
          <div className="border border-line px-5 py-6">
            <AppealWords language={defaultLanguage} words={original} />
          </div>
        </details>
      )}
    </>
  );
}
