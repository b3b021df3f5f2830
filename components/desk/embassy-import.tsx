"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { InputField, SelectField, TextAreaField } from "@/components/ui/field";
import { encodings } from "@/lib/encodings/schema";
import type { EmbassyFile, FileProblem } from "@/lib/embassies/read-file";
import type { UploadReading } from "@/lib/embassies/read-upload";
import type { RefusalCode } from "@/lib/errors";
import { useErrorText } from "./error-text";
import { fileLook } from "./file-field";
import { SampleMark } from "./sample-mark";
import { Cell, FoldedRow, Head, RowHead, Table } from "./table";

/** What the form knows after a file was read: its text, and how it was understood: the first lines and faults, and how many. */
export type ImportState = EmbassyFile & {
  text: string;
  reading: UploadReading | null;
  count: { rows: number; problems: number };
  refusal?: RefusalCode;
};

type ImportAction = (before: ImportState, form: FormData) => Promise<ImportState>;

const nothing: ImportState = { text: "", reading: null, rows: [], problems: [], count: { rows: 0, problems: 0 } };

/** Reads a file of embassies, shows how, and adds them when nothing is wrong. Without script the same form posts. */
export function EmbassyImport({ action }: { action: ImportAction }) {
  const t = useTranslations("desk");
  const [state, dispatch, sending] = useActionState(action, nothing);
  const { text, reading, rows, problems, count, refusal } = state;
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (rows.length > 0 || problems.length > 0) answer.current?.focus();
  }, [rows, problems]);
  const ready = rows.length > 0 && problems.length === 0;
  return (
    <form action={dispatch} className="max-w-[60rem] space-y-5">
      {refusal && (
        <p role="alert" className="border-s-4 border-brick bg-sheet px-4 py-2">
          {t(`refusals.${refusal}`)}
        </p>
      )}
      <InputField
        name="csv"
        type="file"
        accept=".csv,text/csv,text/plain"
        label={t("embassyImport.file")}
        errorWord={t("form.error")}
        className={fileLook}
      />
      {reading && <ReadAs key={`${reading.encoding} ${reading.bytes.length}`} reading={reading} />}
      <TextAreaField
        key={text}
        name="text"
        label={t("embassyImport.text")}
        errorWord={t("form.error")}
        defaultValue={text}
        spellCheck={false}
        dir="ltr"
        className="max-h-80 overflow-auto font-mono text-sm"
      />
      <Button name="act" value="preview" look={ready ? "plain" : "main"} aria-disabled={sending}>
        {sending ? t("embassyImport.reading") : t(ready ? "embassyImport.again" : "embassyImport.preview")}
      </Button>
      <div ref={answer} tabIndex={-1} className="space-y-5 outline-none empty:hidden">
        {problems.length > 0 && <Problems problems={problems} count={count.problems} />}
        {ready && <Preview rows={rows} count={count.rows} sending={sending} />}
      </div>
    </form>
  );
}

/** How the bytes of the file became signs, to be chosen where that was guessed wrong. */
function ReadAs({ reading: { bytes, encoding } }: { reading: UploadReading }) {
  const t = useTranslations("desk");
  return (
    <>
      <input type="hidden" name="bytes" value={bytes} />
      <input type="hidden" name="before" value={encoding} />
      <SelectField
        name="encoding"
        label={t("import.encoding")}
        hint={t("embassyImport.encodingHint")}
        errorWord={t("form.error")}
        defaultValue={encoding}
      >
        {encodings.map((one) => (
          <option key={one} value={one}>
            {t(`encodings.${one}`)}
          </option>
        ))}
      </SelectField>
    </>
  );
}

function Problems({ problems, count }: { problems: FileProblem[]; count: number }) {
  const t = useTranslations("desk.embassyImport");
  const errorText = useErrorText();
  return (
    <section role="alert" className="border-s-4 border-brick bg-sheet px-4 py-3">
      <h2 className="font-semibold">{t("problems", { count })}</h2>
      <ul className="mt-1 space-y-1">
        {problems.map(({ line, field, code }) => (
          <li key={`${line} ${field} ${code}`} className="wrap-anywhere">
            {t("problem", { line, text: errorText(field, code) })}
          </li>
        ))}
        {count > problems.length && <li>{t("more", { count: count - problems.length })}</li>}
      </ul>
    </section>
  );
}

function Preview({ rows, count, sending }: { rows: EmbassyFile["rows"]; count: number; sending: boolean }) {
  const t = useTranslations("desk");
  return (
    <section aria-labelledby="ready">
      <h2 id="ready" className="mb-3 font-serif text-lg">
        {t("embassyImport.ready", { count })}
      </h2>
      <Table
        caption={t("embassyImport.caption")}
        head={
          <>
            <Head number>{t("embassyImport.line")}</Head>
            <Head>{t("embassies.represents")}</Head>
            <Head>{t("embassies.host")}</Head>
            <Head>{t("embassies.office")}</Head>
            <Head>{t("embassies.reached")}</Head>
          </>
        }
      >
        {rows.map(({ line, sample, input }) => (
          <FoldedRow key={line} className="max-xl:grid max-xl:gap-y-1">
            <Cell number className="text-muted max-xl:hidden">
              {line}
            </Cell>
            <RowHead>{input.represents}</RowHead>
            <Cell>{[input.host, ...input.coversAlso].join(", ")}</Cell>
            <Cell className="wrap-anywhere">
              {input.office}
              {sample && <SampleMark />}
            </Cell>
            <Cell className="wrap-anywhere">{input.addresses.map(({ value }) => value).join(" · ")}</Cell>
          </FoldedRow>
        ))}
      </Table>
      {count > rows.length && (
        <p className="mt-2 text-muted">{t("embassyImport.more", { count: count - rows.length })}</p>
      )}
      <Button name="act" value="add" look="main" className="mt-5" aria-disabled={sending}>
        {sending ? t("embassyImport.adding") : t("embassyImport.confirm", { count })}
      </Button>
    </section>
  );
}
