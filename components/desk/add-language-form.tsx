"use client";

import { useTranslations } from "next-intl";
import { languageSchema } from "@/lib/campaigns/schema";
import { ActionForm, type FormAction } from "./action-form";
import { Select } from "./fields";
import { type LanguageChoices, LanguageOptions } from "./language-options";

/** @param choices the languages an appeal does not have yet */
export function AddLanguageForm({ action, choices }: { action: FormAction; choices: LanguageChoices }) {
  const t = useTranslations("desk.appealText");
  return (
    <ActionForm
      schema={languageSchema}
      action={action}
      look="plain"
      narrow={false}
      submit={t("add")}
      pending={t("adding")}
    >
      <Select name="language" label={t("addLabel")}>
        <LanguageOptions {...choices} />
      </Select>
    </ActionForm>
  );
}
