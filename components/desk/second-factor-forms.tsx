"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { codeSchema, proofField, proofSchema, proveByCodeSchema } from "@/lib/accounts/schema";
import { ActionForm, type FormAction } from "./action-form";
import { AccountName } from "./join-form";
import { PasswordField } from "./password-field";
import { TextField } from "./text-field";

type ProofFormProps = {
  /** Names the act on its page. */
  act: string;
  email: string;
  action: FormAction;
  submit: string;
  look?: "main" | "plain" | "grave";
  /** The page to go on to when all is done. */
  next?: string;
};

/** An act that asks for the password again. */
export function ProofForm({ act, email, action, submit, look = "plain", next }: ProofFormProps) {
  const t = useTranslations("desk");
  return (
    <ActionForm
      schema={useMemo(() => proofSchema(act), [act])}
      action={action}
      submit={submit}
      pending={t("secondFactor.working")}
      look={look}
      narrow={false}
    >
      {next && <input type="hidden" name="next" value={next} />}
      <AccountName email={email} />
      <PasswordField name={proofField(act)} label={t("fields.password")} autoComplete="current-password" />
    </ActionForm>
  );
}

/** Password and code, asked for again. @param app whether the account has an app, or recovery codes alone */
export function CodeProof({ email, app, action }: { email: string; app: boolean; action: FormAction }) {
  const t = useTranslations("desk");
  return (
    <ActionForm
      schema={proveByCodeSchema}
      action={action}
      submit={t("secondFactor.goOn")}
      pending={t("secondFactor.working")}
      look="plain"
      narrow={false}
    >
      <AccountName email={email} />
      <PasswordField name={proofField("code")} label={t("fields.password")} autoComplete="current-password" />
      <TextField
        name="code"
        label={t(app ? "code.code" : "code.recovery")}
        hint={t(app ? "code.codeHint" : "code.recoveryHint")}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
      />
    </ActionForm>
  );
}

/** The first code of a new authenticator app. @param next the page to go on to */
export function ConfirmForm({ action, next }: { action: FormAction; next?: string }) {
  const t = useTranslations("desk.secondFactor");
  return (
    <ActionForm schema={codeSchema} action={action} submit={t("confirm")} pending={t("working")} narrow={false}>
      {next && <input type="hidden" name="next" value={next} />}
      <TextField name="code" label={t("firstCode")} inputMode="numeric" autoComplete="one-time-code" maxLength={7} />
    </ActionForm>
  );
}
