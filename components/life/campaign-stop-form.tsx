"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "@/components/desk/action-form";
import { TextArea, Tick } from "@/components/desk/fields";
import { campaignStopSchema, limits } from "@/lib/campaigns/schema";

/** The last step before a STOP. Its reasons may stay empty: who has to stop something has no time. */
export function CampaignStopForm({ action }: { action: FormAction }) {
  const t = useTranslations("desk.life.stop");
  return (
    <ActionForm
      schema={campaignStopSchema}
      action={action}
      keep="stop"
      submit={t("submit")}
      pending={t("pending")}
      look="grave"
      narrow={false}
    >
      <TextArea
        name="stopReason"
        label={t("reason")}
        hint={t("reasonHint")}
        maxLength={limits.note}
        rows={3}
        dir="auto"
        optional
      />
      <TextArea
        name="stopNote"
        label={t("note")}
        hint={t("noteHint")}
        maxLength={limits.note}
        rows={2}
        dir="auto"
        optional
      />
      <Tick name="discreet" label={t("discreet")} hint={t("discreetHint")} />
      <Tick name="certain" label={t("certain")} />
    </ActionForm>
  );
}
