"use client";

import { useTranslations } from "next-intl";
import type { SignatureState } from "@/lib/generated/prisma/enums";
import { limits, stopActs, stopSchema } from "@/lib/signatures/schema";
import { ActionForm, type FormAction } from "./action-form";
import { RadioGroup, Tick } from "./fields";
import { TextField } from "./text-field";

type StopFormProps = { action: FormAction; campaign: string; signature: string; state: SignatureState };

/** Takes a signature out because its signer asked for it: what, why, and that its consequences are known. */
export function StopForm({ action, campaign, signature, state }: StopFormProps) {
  const t = useTranslations("desk.stop");
  const open = state === "pending" || state === "confirmed";
  return (
    <ActionForm
      schema={stopSchema}
      action={action}
      keep="stop"
      submit={t("submit")}
      pending={t("pending")}
      look="grave"
      narrow={false}
    >
      <input type="hidden" name="campaign" value={campaign} />
      <input type="hidden" name="signature" value={signature} />
      <RadioGroup
        name="stop"
        label={t("act")}
        choices={stopActs
          .filter((act) => open || act === "erase")
          .map((act) => ({ value: act, label: t(act), hint: t(`${act}Hint`) }))}
      />
      <TextField name="asked" label={t("reason")} hint={t("reasonHint")} autoComplete="off" maxLength={limits.reason} />
      <Tick name="sure" label={t("sure")} />
    </ActionForm>
  );
}
