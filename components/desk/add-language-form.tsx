"use client";

import { useTranslations } from "next-intl";
import { chosenLanguageSchema } from "@/lib/campaigns/schema";
import { ActionForm, type FormAction } from "./action-form";
import { Select } from "./fields";
import { type LanguageChoices, LanguageOptions } from "./language-options";

type AddLanguageFormProps = {
  action: FormAction;
  /** Those a text does not have yet. */
  choices: LanguageChoices;
  /** The one that is chosen at first. */
  wanted?: string | undefined;
};

/** Chooses one more language. */
export function AddLanguageForm({ action, choices, wanted }: AddLanguageFormProps) {
  const t = useTranslations("desk.appealText");
  return (
    <ActionForm
      schema={chosenLanguageSchema}
      action={action}
      {...(wanted && { initial: { language: wanted } })}
      look="plain"
      narrow={false}
      submit={t("add")}
      pending={t("adding")}
    >
      <Select name="language" label={t("addLabel")}>
        <option value="">{t("chooseLanguage")}</option>
        <LanguageOptions {...choices} />
      </Select>
    </ActionForm>
  );
}
