import { useTranslations } from "next-intl";
import type { FormAction } from "./action-form";
import { AddLanguageForm } from "./add-language-form";
import { LanguageBar } from "./language-bar";
import { sortedChoices } from "./language-choices";
import { byName } from "./language-name";

type LetterLanguagesProps = {
  path: string;
  /** Those the letter is written in, and the one that is open. */
  written: string[];
  current: string;
  /** Those it could be written in too. */
  others: string[];
  /** Opens the letter in one of these. */
  open: FormAction;
};

/** The languages of a letter. */
export function LetterLanguages({ path, written, current, others, open }: LetterLanguagesProps) {
  const t = useTranslations("desk.letter");
  return (
    <LanguageBar
      label={t("languages")}
      languages={byName(written).map((code) => ({ code }))}
      current={current}
      href={path}
    >
      <AddLanguageForm action={open} choices={sortedChoices(others)} />
    </LanguageBar>
  );
}
