"use client";

import { useTranslations } from "next-intl";
import { codeSchema } from "@/lib/accounts/schema";
import { ActionForm, type FormAction } from "./action-form";
import { TextField } from "./text-field";

type CodeFormProps = {
  action: FormAction;
  /** The page to return to. */
  next: string;
  /** Whether the account has an app: without one only a recovery code is left. */
  app: boolean;
};

/** The second step of signing in by a code. */
export function CodeForm({ action, next, app }: CodeFormProps) {
  const t = useTranslations("desk.code");
  return (
    <ActionForm
      schema={codeSchema}
      action={action}
      submit={t("submit")}
      pending={t("pending")}
      look={app ? "main" : "plain"}
    >
      <input type="hidden" name="next" value={next} />
      <TextField
        name="code"
        label={t(app ? "code" : "recovery")}
        hint={t(app ? "codeHint" : "recoveryHint")}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
      />
    </ActionForm>
  );
}
