import { useTranslations } from "next-intl";
import { languageName } from "@/lib/format";
import { localeFor } from "@/lib/locales";

/** Says that an appeal stands in another language than the page around it; nothing where it does not. */
export function Untranslated({ language, locale }: { language: string; locale: string }) {
  const t = useTranslations("languages");
  if (localeFor(language) === locale) return null;
  return (
    <p className="border-s-4 border-edge ps-4 text-sm text-muted">
      {t("untranslated", { language: languageName(language, locale) })}
    </p>
  );
}
