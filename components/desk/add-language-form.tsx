"use client";

import { useTranslations } from "next-intl";
import { chosenLanguageSchema } from "@/lib/campaigns/schema";
import { ActionForm, type FormAction } from "./action-form";
import { Select } from "./fields";
import { type LanguageChoices, LanguageOptions } from "./language-options";

/** Chooses one more language. @param choices those a text does not have yet */
export function AddLanguageForm({ action, choices }: { action: FormAction; choices: LanguageChoices }) {
  const t = useTranslations("desk.appealText");
  return (
    <ActionForm
      schema={chosenLanguageSchema}
      action={action}
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
