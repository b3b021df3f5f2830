"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "@/components/desk/action-form";
import { RadioGroup, Select } from "@/components/desk/fields";
import { Group } from "@/components/desk/group";
import { TextField } from "@/components/desk/text-field";
import { Button } from "@/components/ui/button";
import type { ImportPreview } from "@/lib/imports/preview";
import { type Columns, columnsSchema, importFields } from "@/lib/imports/schema";
import { libraryLimits } from "@/lib/library/schema";
import { recipientLimits } from "@/lib/recipients/schema";

export type Named = { code: string; name: string };

type ColumnsFormProps = {
  action: FormAction;
  columns: Columns;
  preview: Pick<ImportPreview, "head" | "rows">;
  total: number;
  countries: Named[];
  languages: Named[];
};

/** What each column holds, and what stands in where the file says nothing. Shows the preview, or starts. */
export function ColumnsForm({ action, columns, preview, total, countries, languages }: ColumnsFormProps) {
  const t = useTranslations("desk.import");
  return (
    <ActionForm
      schema={columnsSchema}
      action={action}
      keep="columns"
      initial={valuesOf(columns)}
      submit={t("start", { total })}
      pending={t("starting")}
      done={t("previewDone")}
      narrow={false}
      aside={
        <Button name="act" value="preview">
          {t("preview")}
        </Button>
      }
    >
      <ColumnSelects columns={columns} preview={preview} />
      <h3 className="pt-4 font-serif text-lg">{t("standIns")}</h3>
      <StandIns countries={countries} languages={languages} />
      <div className="max-w-[44rem] pt-4">
        <RadioGroup
          name="twins"
          label={t("twins")}
          choices={[
            { value: "skip", label: t("skip"), hint: t("twinsHint") },
            { value: "update", label: t("update"), hint: t("updateHint") },
          ]}
        />
      </div>
    </ActionForm>
  );
}

function ColumnSelects({ columns, preview: { head, rows } }: Pick<ColumnsFormProps, "columns" | "preview">) {
  const t = useTranslations("desk.import");
  return (
    <Group name="columns" label={t("columns")} hint={t("columnsLead")}>
      <div className="grid gap-x-8 gap-y-5 pt-2 sm:grid-cols-2 xl:grid-cols-3">
        {columns.columns.map((_field, n) => {
          const example = rows.map((row) => row[n]?.trim()).find(Boolean);
          const name = head?.[n]?.trim();
          return (
            <Select
              // oxlint-disable-next-line react/no-array-index-key -- a column of a file is its place in it
              key={n}
              name={`column-${n}-field`}
              label={name ? t("columnFor", { n: n + 1, name: brief(name) }) : t("columnNumber", { n: n + 1 })}
              hint={example ? t("example", { cell: brief(example) }) : t("emptyColumn")}
            >
              <option value="">{t("leaveOut")}</option>
              {importFields.map((field) => (
                <option key={field} value={field}>
                  {t(`fields.${field}`)}
                </option>
              ))}
            </Select>
          );
        })}
      </div>
    </Group>
  );
}

function StandIns({ countries, languages }: Pick<ColumnsFormProps, "countries" | "languages">) {
  const t = useTranslations("desk.import");
  const languageOptions = languages.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ));
  return (
    <div className="grid items-end gap-x-8 gap-y-5 sm:grid-cols-2 xl:grid-cols-3">
      <Select name="allCountry" label={t("country")}>
        <option value="">{t("noCountry")}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      <Select name="language" label={t("language")}>
        {languageOptions}
      </Select>
      <Select name="textLanguage" label={t("textLanguage")}>
        <option value="">{t("ownLanguage")}</option>
        {languageOptions}
      </Select>
      <TextField
        name="salutation"
        label={t("salutation")}
        hint={t("salutationHint")}
        optional
        dir="auto"
        maxLength={recipientLimits.salutation}
      />
      <TextField name="group" label={t("group")} optional dir="auto" maxLength={libraryLimits.group} />
    </div>
  );
}

function valuesOf({ columns, country, ...rest }: Columns): Record<string, string> {
  return {
    ...rest,
    allCountry: country,
    ...Object.fromEntries(columns.map((field, n) => [`column-${n}-field`, field])),
  };
}

function brief(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= 40 ? line : `${line.slice(0, 40)}…`;
}
