"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "@/components/desk/action-form";
import { Select, TextArea } from "@/components/desk/fields";
import { TextField } from "@/components/desk/text-field";
import { TickGroup } from "@/components/desk/tick-group";
import { consentSchema, givers, limits, scopes } from "@/lib/cases/schema";

const tickOf = { name: "coversName", picture: "coversPicture", press: "coversPress" } as const;

/** Whose consent, of which day, for what. */
export function ConsentForm({ action, keep }: { action: FormAction; keep: string }) {
  const t = useTranslations("desk.consents");
  return (
    <ActionForm
      schema={consentSchema}
      action={action}
      keep={keep}
      submit={t("record")}
      pending={t("recording")}
      narrow={false}
    >
      <TickGroup
        name="covers"
        label={t("covers")}
        hint={t("coversHint")}
        ticks={scopes.map((scope) => ({
          name: tickOf[scope],
          label: t(`scopes.${scope}`),
          hint: t(`scopeHints.${scope}`),
        }))}
      />
      <Select name="givenBy" label={t("givenBy")}>
        <option value="">{t("chooseGiver")}</option>
        {givers.map((giver) => (
          <option key={giver} value={giver}>
            {t(`givers.${giver}`)}
          </option>
        ))}
      </Select>
      <TextField name="givenOn" label={t("givenOn")} type="date" />
      {/* Not `note`: that is a field of the person's form on the same page. */}
      <TextArea name="consentNote" label={t("note")} hint={t("noteHint")} optional maxLength={limits.note} dir="auto" />
    </ActionForm>
  );
}
