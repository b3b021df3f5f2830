"use client";

import { useTranslations } from "next-intl";
import { limits, organisationSchema } from "@/lib/accounts/schema";
import { TextArea, Tick } from "./fields";
import { ActionForm, type FormAction } from "./action-form";
import { TextField } from "./text-field";

type OrganisationFormProps = {
  action: FormAction;
  initial: Record<string, string>;
  seen: string;
  /** Where letters come from while the organisation names no address of its own. */
  ownAddress: string;
};

export function OrganisationForm({ action, initial, seen, ownAddress }: OrganisationFormProps) {
  const t = useTranslations("desk.organisation");
  const life = useTranslations("desk.life.organisation");
  return (
    <ActionForm
      schema={organisationSchema}
      action={action}
      initial={initial}
      keep="organisation"
      compare
      submit={t("submit")}
      pending={t("pending")}
      narrow={false}
    >
      <input type="hidden" name="seen" value={seen} />
      <TextField name="organisation" label={t("name")} hint={t("nameHint")} maxLength={limits.organisation} />
      <TextField
        name="senderName"
        label={t("senderName")}
        hint={t("senderNameHint")}
        maxLength={limits.organisation}
        optional
      />
      <TextField
        name="senderAddress"
        label={t("senderAddress")}
        hint={t("senderAddressHint", { address: ownAddress })}
        type="email"
        maxLength={limits.email}
        optional
      />
      <TextArea
        name="privacyText"
        label={t("privacyText")}
        hint={t("privacyTextHint")}
        maxLength={limits.privacyText}
        optional
      />
      <Tick name="needsApproval" label={life("needsApproval")} hint={life("needsApprovalHint")} />
      <Tick name="showsVerified" label={life("showsVerified")} hint={life("showsVerifiedHint")} />
    </ActionForm>
  );
}
