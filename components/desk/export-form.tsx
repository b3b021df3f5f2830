import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { SelectField } from "@/components/ui/field";
import { type ExportColumn, type ExportWhat, exportColumns, notAtFirst, separators } from "@/lib/reports/schema";
import { signatureFilters } from "@/lib/signatures/schema";
import { letterTallies } from "./tallies";

type ExportFormProps = {
  what: ExportWhat;
  /** The address that sends the table. */
  action: string;
  /** Whether the reader's role may take personal columns. */
  personal: boolean;
  problem?: "noColumns" | "refused";
};

/** What goes into a table, and how. A plain form: its answer is a file, and the page stays. */
export function ExportForm({ what, action, personal, problem }: ExportFormProps) {
  const t = useTranslations("desk.exports");
  const f = useTranslations("desk.form");
  const { plain, personal: personalColumns } = exportColumns[what];
  return (
    <form method="post" action={action} className="max-w-[41rem] space-y-7">
      {problem && (
        <div role="alert" className="border-s-4 border-brick bg-sheet px-4 py-3 font-semibold">
          {t(problem)}
        </div>
      )}
      <input type="hidden" name="what" value={what} />
      <SelectField name="state" label={t("state")} errorWord={f("error")} defaultValue={firstState(what)}>
        <option value="">{t("anyState")}</option>
        <StateOptions what={what} />
      </SelectField>
      <Group label={t("columns")} hint={t("columnsHint")}>
        <Columns what={what} columns={plain} />
      </Group>
      {personal && (
        <Group label={t("personal")} hint={t("personalHint")}>
          <Columns what={what} columns={personalColumns} off />
        </Group>
      )}
      <Group label={t("separator")}>
        {(Object.keys(separators) as (keyof typeof separators)[]).map((value) => (
          <Choice
            key={value}
            type="radio"
            name="separator"
            value={value}
            label={t(value)}
            hint={t(`${value}Hint`)}
            checked={value === "comma"}
          />
        ))}
      </Group>
      <p className="text-xs leading-5 text-muted">{t("note")}</p>
      <Button look="main">{t("submit")}</Button>
    </form>
  );
}

/** Most want those who stand by their name, and every letter. */
function firstState(what: ExportWhat): string {
  return what === "signatures" ? "confirmed" : "";
}

function StateOptions({ what }: { what: ExportWhat }) {
  const t = useTranslations("desk");
  const options: [string, string][] =
    what === "signatures"
      ? signatureFilters.map((state) => [state, t(`signatureStates.${state}`)])
      : letterTallies.map((state) => [state, t(`tallies.${state}`)]);
  return options.map(([state, word]) => (
    <option key={state} value={state}>
      {word}
    </option>
  ));
}

function Group({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="font-semibold">{label}</legend>
      {hint && <p className="text-muted">{hint}</p>}
      <div className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-x-8 gap-y-2">
        {children}
      </div>
    </fieldset>
  );
}

function Columns({ what, columns, off }: { what: ExportWhat; columns: readonly ExportColumn[]; off?: boolean }) {
  const t = useTranslations("desk.exports");
  return columns.map((column) => (
    <Choice
      key={column}
      type="checkbox"
      name="column"
      value={column}
      label={t(`heads.${what}.${column}` as "heads.signatures.id")}
      checked={!off && !notAtFirst.includes(column)}
    />
  ));
}
