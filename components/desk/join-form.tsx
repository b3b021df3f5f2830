"use client";

import { useTranslations } from "next-intl";
import { joinAsNewSchema, joinByPasswordSchema, limits, tokenSchema } from "@/lib/accounts/schema";
import { ActionForm, type FormAction } from "./action-form";
import { PasswordField } from "./password-field";
import { TextField } from "./text-field";

/** Whom an invitation finds: nobody here yet, somebody with an account, or somebody who is signed in with it. */
export type Joiner = "new" | "known" | "self";

type JoinFormProps = { joiner: Joiner; token: string; email: string; action: FormAction };

const schemas = { new: joinAsNewSchema, known: joinByPasswordSchema, self: tokenSchema } as const;

export function JoinForm({ joiner, token, email, action }: JoinFormProps) {
  const t = useTranslations("desk");
  return (
    <ActionForm schema={schemas[joiner]} action={action} submit={t("join.submit")} pending={t("join.pending")}>
      <input type="hidden" name="token" value={token} />
      {joiner !== "self" && <AccountName email={email} />}
      {joiner === "new" && (
        <>
          <TextField
            name="name"
            label={t("fields.name")}
            hint={t("join.newHint")}
            autoComplete="name"
            maxLength={limits.name}
          />
          <PasswordField
            name="password"
            label={t("fields.password")}
            hint={t("fields.newPasswordHint")}
            autoComplete="new-password"
          />
        </>
      )}
      {joiner === "known" && (
        <PasswordField name="currentPassword" label={t("fields.password")} autoComplete="current-password" />
      )}
    </ActionForm>
  );
}

/** Tells a password store which account a password is for. Neither shown nor sent. */
export function AccountName({ email }: { email: string }) {
  return <input type="text" autoComplete="username" defaultValue={email} readOnly hidden />;
}
