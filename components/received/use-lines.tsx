"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect } from "react";
import { useWatch } from "react-hook-form";
import { Select } from "@/components/desk/fields";
import { TextField } from "@/components/desk/text-field";
import { Button } from "@/components/ui/button";
import { rowsOf, uses } from "@/lib/received/schema";
import { useLinks } from "./links";
import { useRead } from "./piece";

/** Chooses lines of the appeal, and what they are. What is sent with a `$` before its name is no part of the draft. */
export function UseLines() {
  const t = useTranslations("desk.importing");
  const rows = rowsOf(useRead().fields, "recipient");
  const { typeChosen } = useLinks();
  // The next form begins with empty fields.
  useEffect(() => () => typeChosen("", ""), [typeChosen]);
  const follow = ({ currentTarget }: FormEvent<HTMLFieldSetElement>) => {
    const typed = (name: string) => currentTarget.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? "";
    typeChosen(typed("$from"), typed("$to"));
  };
  return (
    <fieldset onInput={follow} className="mt-4">
      <legend className="font-semibold">{t("use")}</legend>
      <div className="mt-1 grid grid-cols-[5rem_5rem_minmax(0,1fr)] items-end gap-3">
        <TextField name="$from" label={t("from")} inputMode="numeric" />
        <TextField name="$to" label={t("to")} inputMode="numeric" />
        <Select name="$as" label={t("as")}>
          <option value="">{t("choose")}</option>
          {uses.map((use) => (
            <option key={use} value={use}>
              {t(`uses.${use}`)}
            </option>
          ))}
          {rows.map((row) => (
            <AddressOption key={row} row={row} />
          ))}
        </Select>
      </div>
      <div className="mt-3">
        <Button name="act" value="place">
          {t("useNow")}
        </Button>
      </div>
    </fieldset>
  );
}

function AddressOption({ row }: { row: string }) {
  const t = useTranslations("desk.importing");
  const name = `recipient-${row}-office`;
  const { fields } = useRead();
  const office = useWatch<Record<string, string>>({ name }) ?? fields[name] ?? "";
  return (
    <option value={`address:${row}`}>
      {t("addressOf", { name: office || t("recipient.number", { n: row.slice(1) }) })}
    </option>
  );
}
