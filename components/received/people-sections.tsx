"use client";

import { useTranslations } from "next-intl";
import { CountryOptions } from "@/components/desk/country-options";
import { Select } from "@/components/desk/fields";
import { TextField } from "@/components/desk/text-field";
import { lengthOf, personFates, rowsOf } from "@/lib/received/schema";
import { useLabels } from "./campaign-fields";
import type { DraftChoices } from "./draft-choices";
import { Part } from "./part";
import { Piece, useRead } from "./piece";
import { RecipientCard } from "./recipient-card";

/** Who is written to. */
export function RecipientSection({ choices }: { choices: DraftChoices }) {
  const t = useTranslations("desk.importing");
  const label = useLabels();
  const rows = rowsOf(useRead().fields, "recipient");
  return (
    <Part
      id="draft-recipients"
      title={t("sections.recipients")}
      names={rows.map((row) => `recipient-${row}-becomes`)}
      decides
    >
      <div className="space-y-6">
        {rows.length === 0 && <p className="text-muted">{t("noRecipients")}</p>}
        {rows.map((row) => (
          <RecipientCard key={row} row={row} choices={choices} />
        ))}
        <Piece {...label("embassyOf")}>
          <Select {...label("embassyOf")} hint={t("hints.embassyOf")}>
            <option value="">{t("noEmbassy")}</option>
            <CountryOptions countries={choices.countries} />
          </Select>
        </Piece>
      </div>
    </Part>
  );
}

/** Who seems to be in danger: each is confirmed by a member, or is none. */
export function PersonSection() {
  const t = useTranslations("desk.importing");
  const rows = rowsOf(useRead().fields, "person");
  return (
    <Part id="draft-persons" title={t("sections.persons")} names={rows.map((row) => `person-${row}-fate`)} decides>
      <p className="mb-4 max-w-[62ch] text-muted">{t(rows.length === 0 ? "noPersons" : "hints.persons")}</p>
      <ul className="space-y-5">
        {rows.map((row) => (
          <li key={row} className="border-t border-line pt-4 first:border-0 first:pt-0">
            <PersonFields row={row} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function PersonFields({ row }: { row: string }) {
  const t = useTranslations("desk.importing.person");
  const name = `person-${row}`;
  const n = row.slice(1);
  const person = useRead().fields[`${name}-name`] ?? "";
  return (
    <Piece name={`${name}-name`} label={t("name", { n })}>
      <div className="grid items-end gap-x-4 gap-y-3 sm:grid-cols-2">
        <TextField name={`${name}-name`} label={t("name", { n })} maxLength={lengthOf("name")} dir="auto" />
        <Select name={`${name}-fate`} label={t("fate", { n: person })}>
          <option value="">{t("decide")}</option>
          {personFates.map((fate) => (
            <option key={fate} value={fate}>
              {t(fate)}
            </option>
          ))}
        </Select>
      </div>
    </Piece>
  );
}
