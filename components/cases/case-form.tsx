"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "@/components/desk/action-form";
import { Select, TextArea } from "@/components/desk/fields";
import { TextField } from "@/components/desk/text-field";
import type { DeskCase } from "@/lib/cases/queries";
import { caseSchema, limits } from "@/lib/cases/schema";
import { dayValue } from "./day-value";

type CaseFormProps = {
  action: FormAction;
  countries: { code: string; name: string }[];
  /** The case to change; a new one without. */
  given?: Pick<DeskCase, "id" | "title" | "country" | "summary" | "verifiedBy" | "verifiedAt" | "seen">;
};

export function CaseForm({ action, countries, given }: CaseFormProps) {
  const t = useTranslations("desk.cases");
  return (
    <ActionForm
      schema={caseSchema}
      action={action}
      keep={`case:${given?.id ?? "new"}`}
      initial={given && valuesOf(given)}
      compare={given !== undefined}
      submit={given ? t("save") : t("create")}
      pending={given ? t("saving") : t("creating")}
      narrow={false}
    >
      {given && <input type="hidden" name="seen" value={given.seen} />}
      <TextField name="title" label={t("titleField")} hint={t("titleHint")} maxLength={limits.title} />
      <Select name="country" label={t("country")}>
        <option value="">{t("chooseCountry")}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      <TextArea
        name="summary"
        label={t("summary")}
        hint={t("summaryHint")}
        optional
        maxLength={limits.summary}
        dir="auto"
      />
      <TextField
        name="verifiedBy"
        label={t("verifiedBy")}
        hint={t("verifiedByHint")}
        optional
        maxLength={limits.name}
      />
      <TextField name="verifiedOn" label={t("verifiedOn")} type="date" optional />
    </ActionForm>
  );
}

function valuesOf({ title, country, summary, verifiedBy, verifiedAt }: NonNullable<CaseFormProps["given"]>) {
  return { title, country, summary, verifiedBy: verifiedBy ?? "", verifiedOn: dayValue(verifiedAt) };
}
