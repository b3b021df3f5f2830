"use client";

import { useTranslations } from "next-intl";
import { languageSchema } from "@/lib/campaigns/schema";
import { ActionForm, type FormAction } from "./action-form";
import { Select } from "./fields";
import { LanguageOptions } from "./language-options";

/** @param there the languages an appeal has already */
export function AddLanguageForm({ action, there }: { action: FormAction; there: string[] }) {
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
        <LanguageOptions but={there} />
      </Select>
    </ActionForm>
  );
}
