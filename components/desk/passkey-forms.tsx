"use client";

import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { useTranslations } from "next-intl";
import {
  limits,
  newPasskeyFormSchema,
  nothingSchema,
  passkeyNameSchema,
  proofField,
  proveByPasskeySchema,
} from "@/lib/accounts/schema";
import type { FormState } from "@/lib/forms";
import { ActionForm, type FormAction } from "./action-form";
import { AccountName } from "./join-form";
import { PasswordField } from "./password-field";
import { TextField } from "./text-field";

/** A first step that answers with what the browser shall ask the authenticator. */
type Begin<Options> = (before: FormState, form: FormData) => Promise<FormState & { options?: Options | undefined }>;

type AddPasskeyFormProps = {
  /** Whose password is asked for; missing where it was given already. */
  email: string | undefined;
  begin: Begin<Parameters<typeof startRegistration>[0]["optionsJSON"]>;
  add: FormAction;
};

/** Adds a passkey: its name, the password if it is asked for, then what the browser asks for. It needs script. */
export function AddPasskeyForm({ email, begin, add }: AddPasskeyFormProps) {
  const t = useTranslations("desk");
  return (
    <ActionForm
      schema={email ? newPasskeyFormSchema : passkeyNameSchema}
      action={withAnswer(begin, (optionsJSON) => startRegistration({ optionsJSON }), add)}
      submit={t("passkeys.add")}
      pending={t("passkeys.waiting")}
      look="plain"
      narrow={false}
    >
      <TextField
        name="passkeyName"
        label={t("passkeys.name")}
        hint={t("passkeys.nameHint")}
        maxLength={limits.passkey}
      />
      {email && (
        <>
          <AccountName email={email} />
          <PasswordField name={proofField("passkey")} label={t("fields.password")} autoComplete="current-password" />
        </>
      )}
    </ActionForm>
  );
}

type PassProps = { begin: Begin<Parameters<typeof startAuthentication>[0]["optionsJSON"]>; pass: FormAction };

/** Password and passkey, asked for again. It needs script. */
export function PasskeyProof({ email, begin, pass }: PassProps & { email: string }) {
  const t = useTranslations("desk");
  return (
    <ActionForm
      schema={proveByPasskeySchema}
      action={withAnswer(begin, (optionsJSON) => startAuthentication({ optionsJSON }), pass)}
      submit={t("secondFactor.goOnByKey")}
      pending={t("passkeys.waiting")}
      look="plain"
      narrow={false}
    >
      <AccountName email={email} />
      <PasswordField name={proofField("key")} label={t("fields.password")} autoComplete="current-password" />
    </ActionForm>
  );
}

type PasskeySignInProps = PassProps & {
  next: string;
  /** The main way where the account has no app. */
  look: "main" | "plain";
};

/** The second step of signing in by a passkey. It needs script. @param next the page to return to */
export function PasskeySignIn({ begin, pass, next, look }: PasskeySignInProps) {
  const t = useTranslations("desk.passkeys");
  const answered = withAnswer(begin, (optionsJSON) => startAuthentication({ optionsJSON }), pass);
  const action: FormAction = async (before, form) => {
    const state = await answered(before, form);
    if (state.saved) window.location.assign(next);
    return state;
  };
  return (
    <ActionForm schema={nothingSchema} action={action} submit={t("use")} pending={t("waiting")} look={look}>
      {null}
    </ActionForm>
  );
}

/** One act in three steps: ask the server, ask the authenticator, tell the server. */
function withAnswer<Options>(
  begin: Begin<Options>,
  ask: (options: Options) => Promise<unknown>,
  tell: FormAction,
): FormAction {
  return async (before, form) => {
    const { options, ...state } = await begin(before, form);
    if (!options) return state;
    // A browser says no by throwing: when the person did, the time was over, or there is no authenticator.
    const answer = await ask(options).catch(() => null);
    if (!answer) return { ...(state.values && { values: state.values }), refusal: "wrong-passkey" };
    form.set("answer", JSON.stringify(answer));
    return tell(before, form);
  };
}
