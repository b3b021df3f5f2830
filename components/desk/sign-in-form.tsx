"use client";

import { useTranslations } from "next-intl";
import { limits, signInSchema } from "@/lib/accounts/schema";
import { ActionForm, type FormAction } from "./action-form";
import { PasswordField } from "./password-field";
import { TextField } from "./text-field";

/** @param next the page to return to */
export function SignInForm({ action, next }: { action: FormAction; next: string }) {
  const t = useTranslations("desk");
  return (
    <ActionForm schema={signInSchema} action={action} submit={t("signIn.submit")} pending={t("signIn.pending")}>
      <input type="hidden" name="next" value={next} />
      <TextField name="email" label={t("fields.email")} type="email" autoComplete="username" maxLength={limits.email} />
      <PasswordField name="password" label={t("fields.password")} autoComplete="current-password" />
    </ActionForm>
  );
}
