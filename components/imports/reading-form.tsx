"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "@/components/desk/action-form";
import { Select, Tick } from "@/components/desk/fields";
import { encodings } from "@/lib/encodings/schema";
import { type Reading, readingSchema, separatorNames } from "@/lib/imports/schema";

/** How the bytes of a file become rows, as it was guessed or chosen. */
export function ReadingForm({ action, reading }: { action: FormAction; reading: Reading }) {
  const t = useTranslations("desk.import");
  const names = useTranslations("desk.encodings");
  const { encoding, separator, header } = reading;
  return (
    <ActionForm
      schema={readingSchema}
      action={action}
      initial={{ encoding, separator, header: header ? "yes" : "" }}
      submit={t("readAgain")}
      pending={t("reading")}
      done={t("readDone")}
      look="plain"
      narrow={false}
    >
      <Select name="encoding" label={t("encoding")}>
        {encodings.map((one) => (
          <option key={one} value={one}>
            {names(one)}
          </option>
        ))}
      </Select>
      <Select name="separator" label={t("separator")}>
        {separatorNames.map((one) => (
          <option key={one} value={one}>
            {t(`separators.${one}`)}
          </option>
        ))}
      </Select>
      <Tick name="header" label={t("header")} />
    </ActionForm>
  );
}
