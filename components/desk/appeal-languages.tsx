import { useTranslations } from "next-intl";
import type { FormAction } from "./action-form";
import { AddLanguageForm } from "./add-language-form";
import { LanguageBar } from "./language-bar";
import { languageChoices } from "./language-choices";
import { byName } from "./language-name";

type AppealLanguagesProps = {
  languages: { code: string; whole: boolean }[];
  defaultLanguage: string;
  current: string;
  /** A language the page was asked for in and has no text in. */
  wanted: string | undefined;
  /** The address of the page, to which the language is added. */
  href: string;
  add: FormAction;
};

/** The languages of an appeal, its own first, and which of them are not finished. */
export function AppealLanguages({ languages, defaultLanguage, current, wanted, href, add }: AppealLanguagesProps) {
  const t = useTranslations("desk.appealText");
  const whole = new Map(languages.map((one) => [one.code, one.whole]));
  const others = byName([...whole.keys()].filter((code) => code !== defaultLanguage));
  const own = whole.has(defaultLanguage) ? [defaultLanguage] : [];
  const noted = [...own, ...others].map((code) => ({
    code,
    note: [code === defaultLanguage && t("default"), !whole.get(code) && t("unfinished")].filter(Boolean).join(", "),
  }));
  return (
    <LanguageBar label={t("languages")} languages={noted} current={current} href={href}>
      <AddLanguageForm action={add} wanted={wanted} choices={languageChoices(languages.map(({ code }) => code))} />
    </LanguageBar>
  );
}
