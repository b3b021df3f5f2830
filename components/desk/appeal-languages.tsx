import { useTranslations } from "next-intl";
import type { FormAction } from "./action-form";
import { AddLanguageForm } from "./add-language-form";
import { LanguageBar } from "./language-bar";
import { languageChoices } from "./language-choices";

type AppealLanguagesProps = {
  languages: { code: string; whole: boolean }[];
  defaultLanguage: string;
  current: string;
  /** The address of the page, to which the language is added. */
  href: string;
  add: FormAction;
};

/** The languages of an appeal, its own first, and which of them are not finished. */
export function AppealLanguages({ languages, defaultLanguage, current, href, add }: AppealLanguagesProps) {
  const t = useTranslations("desk.appealText");
  const rank = ({ code }: { code: string }) => (code === defaultLanguage ? 0 : 1);
  const noted = languages
    .toSorted((one, other) => rank(one) - rank(other))
    .map(({ code, whole }) => ({
      code,
      note: [code === defaultLanguage && t("default"), !whole && t("unfinished")].filter(Boolean).join(", "),
    }));
  return (
    <LanguageBar label={t("languages")} languages={noted} current={current} href={href}>
      <AddLanguageForm action={add} choices={languageChoices(languages.map(({ code }) => code))} />
    </LanguageBar>
  );
}
