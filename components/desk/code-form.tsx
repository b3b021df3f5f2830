"use client";

import { useTranslations } from "next-intl";
import { codeSchema } from "@/lib/accounts/schema";
import { ActionForm, type FormAction } from "./action-form";
import { TextField } from "./text-field";

/** The second step of signing in. @param next the page to return to */
export function CodeForm({ action, next }: { action: FormAction; next: string }) {
  const t = useTranslations("desk.code");
  return (
    <ActionForm schema={codeSchema} action={action} submit={t("submit")} pending={t("pending")}>
      <input type="hidden" name="next" value={next} />
      <TextField
        name="code"
        label={t("code")}
        hint={t("codeHint")}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
      />
    </ActionForm>
  );
}
