"use client";

import { useTranslations } from "next-intl";
import { changeNameSchema, changePasswordSchema, limits } from "@/lib/accounts/schema";
import { ActionForm, type FormAction } from "./action-form";
import { AccountName } from "./join-form";
import { PasswordField } from "./password-field";
import { TextField } from "./text-field";

export function NameForm({ name, action }: { name: string; action: FormAction }) {
  const t = useTranslations("desk");
  return (
    <ActionForm
      schema={changeNameSchema}
      action={action}
      keep="name"
      initial={{ name }}
      submit={t("account.nameSubmit")}
      pending={t("account.saving")}
      look="plain"
      narrow={false}
    >
      <TextField
        name="name"
        label={t("fields.name")}
        hint={t("fields.nameHint")}
        autoComplete="name"
        maxLength={limits.name}
      />
    </ActionForm>
  );
}

export function PasswordForm({ email, action }: { email: string; action: FormAction }) {
  const t = useTranslations("desk");
  return (
    <ActionForm
      schema={changePasswordSchema}
      action={action}
      submit={t("account.passwordSubmit")}
      pending={t("account.changing")}
      look="plain"
      narrow={false}
    >
      <AccountName email={email} />
      <PasswordField name="currentPassword" label={t("account.currentPassword")} autoComplete="current-password" />
      <PasswordField
        name="password"
        label={t("account.newPassword")}
        hint={t("fields.newPasswordHint")}
        autoComplete="new-password"
      />
    </ActionForm>
  );
}
