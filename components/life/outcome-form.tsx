"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "@/components/desk/action-form";
import { RadioGroup, Select, TextArea } from "@/components/desk/fields";
import { TextField } from "@/components/desk/text-field";
import { audiences, outcomeLimits, outcomeSchema } from "@/lib/cases/schema";

export type OutcomeFormProps = {
  action: FormAction;
  languages: { code: string; name: string }[];
  initial: Record<string, string>;
};

export function OutcomeForm({ action, languages, initial }: OutcomeFormProps) {
  const t = useTranslations("desk.life");
  return (
    <ActionForm
      schema={outcomeSchema}
      action={action}
      keep="outcome"
      initial={initial}
      submit={t("outcomes.submit")}
      pending={t("pending")}
      done={t("outcomes.recorded")}
      look="plain"
      narrow={false}
    >
      <TextField name="happenedOn" label={t("outcomes.happenedOn")} type="date" />
      <TextArea
        name="outcome"
        label={t("outcomes.outcome")}
        hint={t("outcomes.outcomeHint")}
        maxLength={outcomeLimits.text}
        rows={3}
        dir="auto"
      />
      <TextField
        name="source"
        label={t("outcomes.sourceLabel")}
        hint={t("outcomes.sourceHint")}
        maxLength={outcomeLimits.source}
        optional
      />
      <Select name="language" label={t("outcomes.language")}>
        {languages.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      <RadioGroup
        name="audience"
        label={t("outcomes.audience")}
        choices={audiences.map((value) => ({ value, label: t(`outcomes.audiences.${value}`) }))}
      />
    </ActionForm>
  );
}
