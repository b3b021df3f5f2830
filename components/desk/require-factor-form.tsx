"use client";

import { useTranslations } from "next-intl";
import { requireSecondFactorSchema } from "@/lib/accounts/schema";
import { ActionForm, type FormAction } from "./action-form";
import { Tick } from "./fields";

/** Whether members need a second factor. */
export function RequireFactorForm({ required, action }: { required: boolean; action: FormAction }) {
  const t = useTranslations("desk.requireFactor");
  return (
    <ActionForm
      schema={requireSecondFactorSchema}
      action={action}
      initial={required ? { required: "yes" } : {}}
      submit={t("save")}
      pending={t("saving")}
      look="plain"
      narrow={false}
    >
      <Tick name="required" label={t("label")} hint={t("hint")} />
    </ActionForm>
  );
}
