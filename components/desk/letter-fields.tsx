"use client";

import { useTranslations } from "next-intl";
import { letterLimits } from "@/lib/letters/schema";
import { direction } from "@/lib/locales";
import { FieldPicker } from "./field-picker";
import { TextArea } from "./fields";
import { TextField } from "./text-field";

/** The fields of one sample letter, in the order in which it is read. */
export function LetterFields({ language }: { language: string }) {
  const t = useTranslations("desk.letter");
  const script = { lang: language, dir: direction(language) };
  const paper = { ...script, className: "font-serif" };
  return (
    <>
      <div>
        <TextField name="subject" label={t("subject")} maxLength={letterLimits.subject} {...script} />
        <FieldPicker into="subject" label={t("subject")} />
      </div>
      <div>
        <TextArea name="subjects" label={t("subjects")} hint={t("subjectsHint")} optional rows={2} {...script} />
        <FieldPicker into="subjects" label={t("subjects")} />
      </div>
      <div>
        <TextArea
          name="opening"
          label={t("opening")}
          hint={t("openingHint")}
          {...lines(letterLimits.locked)}
          {...paper}
        />
        <FieldPicker into="opening" label={t("opening")} />
      </div>
      <TextArea
        name="body"
        label={t("body")}
        hint={t("bodyHint")}
        rows={12}
        maxLength={letterLimits.body}
        {...paper}
        className="min-h-64 font-serif"
      />
      <div>
        <TextArea
          name="closing"
          label={t("closing")}
          hint={t("closingHint")}
          {...lines(letterLimits.locked)}
          {...paper}
        />
        <FieldPicker into="closing" label={t("closing")} />
      </div>
      <TextArea name="requests" label={t("requests")} hint={t("requestsHint")} optional rows={3} {...script} />
      <TextArea name="facts" label={t("facts")} hint={t("factsHint")} optional rows={3} {...script} />
      <TextField
        name="ownWordsPrompt"
        label={t("prompt")}
        hint={t("promptHint")}
        optional
        maxLength={letterLimits.prompt}
        {...script}
      />
    </>
  );
}

function lines(maxLength: number) {
  return { rows: 3, maxLength, optional: true };
}
