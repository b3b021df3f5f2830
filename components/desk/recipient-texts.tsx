"use client";

import { useTranslations } from "next-intl";
import { direction } from "@/lib/locales";
import { recipientLimits, textFields } from "@/lib/recipients/schema";
import { TextField } from "./text-field";

type RecipientTextsProps = { language: string; name: string; own: boolean };

/** An office in one language. Only that of the campaign must be there. */
export function RecipientTexts({ language, name, own }: RecipientTextsProps) {
  const t = useTranslations("desk.recipient");
  return (
    <fieldset className="space-y-5">
      <legend className="font-serif text-lg">{t("textsIn", { language: name })}</legend>
      {!own && <p className="max-w-[62ch] text-muted">{t("textsOptional", { language: name })}</p>}
      {textFields.map((field) => (
        <TextField
          key={field}
          name={`text-${language}-${field}`}
          label={t(`texts.${field}`)}
          hint={t(`texts.${field}Hint`)}
          optional={field === "body" || !own}
          maxLength={recipientLimits[field]}
          lang={language}
          dir={direction(language)}
        />
      ))}
    </fieldset>
  );
}
