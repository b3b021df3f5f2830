"use client";

import { useTranslations } from "next-intl";
import { limits, setUpSchema } from "@/lib/accounts/schema";
import { ActionForm, type FormAction } from "./action-form";
import { PasswordField } from "./password-field";
import { TextField } from "./text-field";

export function SetUpForm({ action, token }: { action: FormAction; token: string }) {
  const t = useTranslations("desk");
  const f = useTranslations("desk.fields");
  return (
    <ActionForm schema={setUpSchema} action={action} submit={t("setUp.submit")} pending={t("setUp.pending")}>
      <input type="hidden" name="token" value={token} />
      <TextField
        name="organisation"
        label={f("organisation")}
        hint={f("organisationHint")}
        autoComplete="organization"
        maxLength={limits.organisation}
      />
      <TextField name="name" label={f("name")} hint={f("nameHint")} autoComplete="name" maxLength={limits.name} />
      <TextField name="email" label={f("email")} type="email" autoComplete="username" maxLength={limits.email} />
      <PasswordField name="password" label={f("password")} hint={f("newPasswordHint")} autoComplete="new-password" />
    </ActionForm>
  );
}
