"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "@/components/desk/action-form";
import { RadioGroup, TextArea } from "@/components/desk/fields";
import { decisionSchema, letterLimits, wordsDecisions } from "@/lib/letters/schema";

type WordsFormProps = { action: FormAction; campaign: string; signature: string };

/** What becomes of the letters of a writer whose words a member has read. */
export function WordsForm({ action, campaign, signature }: WordsFormProps) {
  const t = useTranslations("desk.words");
  return (
    <ActionForm
      schema={decisionSchema}
      action={action}
      keep="words"
      submit={t("decide")}
      pending={t("deciding")}
      narrow={false}
    >
      <input type="hidden" name="campaign" value={campaign} />
      <input type="hidden" name="signature" value={signature} />
      <RadioGroup
        name="decision"
        label={t("whatNow")}
        choices={wordsDecisions.map((value) => ({ value, label: t(value), hint: t(`${value}Text`) }))}
      />
      <TextArea name="note" label={t("note")} hint={t("noteHint")} rows={4} maxLength={letterLimits.note} dir="auto" />
    </ActionForm>
  );
}
