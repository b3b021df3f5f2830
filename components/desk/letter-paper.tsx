"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { LetterSheet } from "@/components/letters/letter-sheet";
import type { LetterPreview } from "@/lib/letters/preview";
import { previewLetter, testLetterSchema, type TypedLetter } from "@/lib/letters/schema";
import { direction } from "@/lib/locales";
import { ActionForm, type FormAction } from "./action-form";
import { Select } from "./fields";
import { languageName } from "./language-name";
import { Mailbox } from "./mailbox";

type LetterPaperProps = {
  typed: TypedLetter;
  previews: LetterPreview[];
  language: string;
  defaultLanguage: string;
  ownWords: string;
  test: { action: FormAction; email: string } | null;
};

/** The letter to a chosen recipient on its sheet, as it would leave now, and the way to have it sent to oneself. */
export function LetterPaper({ typed, previews, language, defaultLanguage, ownWords, test }: LetterPaperProps) {
  const t = useTranslations("desk.letter");
  const [chosen, setChosen] = useState(previews[0]?.recipient);
  const preview = previews.find(({ recipient }) => recipient === chosen) ?? previews[0];
  if (!preview) return null;
  return (
    <section aria-labelledby="preview" className="space-y-4 xl:sticky xl:top-4">
      <div>
        <h2 id="preview" className="font-serif text-lg">
          {t("preview.title")}
        </h2>
        <p className="text-muted">{t("preview.lead", { name: preview.values.name })}</p>
      </div>
      {test ? (
        <ActionForm
          schema={testLetterSchema}
          action={test.action}
          initial={{ recipient: preview.recipient }}
          submit={t("test.submit")}
          pending={t("test.pending")}
          done={t("test.done", { email: test.email })}
          look="plain"
          narrow={false}
        >
          <input type="hidden" name="language" value={language} />
          <RecipientSelect {...{ previews, choose: setChosen }} />
          <p className="text-muted">{t("test.lead", { email: test.email })}</p>
        </ActionForm>
      ) : (
        <p className="text-muted">{t("test.notSaved")}</p>
      )}
      <Paper {...{ typed, preview, language, defaultLanguage, ownWords }} />
    </section>
  );
}

function RecipientSelect({ previews, choose }: { previews: LetterPreview[]; choose: (id: string) => void }) {
  const t = useTranslations("desk.letter.test");
  return (
    <div onInput={({ target }) => target instanceof HTMLSelectElement && choose(target.value)}>
      <Select name="recipient" label={t("recipient")}>
        {previews.map(({ recipient, short }) => (
          <option key={recipient} value={recipient}>
            {short}
          </option>
        ))}
      </Select>
    </div>
  );
}

type PaperProps = Pick<LetterPaperProps, "typed" | "language" | "defaultLanguage" | "ownWords"> & {
  preview: LetterPreview;
};

function Paper({ typed, preview, language, defaultLanguage, ownWords }: PaperProps) {
  const t = useTranslations("desk.letter.preview");
  const result = previewLetter(typed, preview.values, ownWords);
  if (!result) return <p className="border-s-4 border-amber bg-sheet px-4 py-3">{t("unreadable")}</p>;
  const { letter, missing } = result;
  const names = { language: languageName(language), default: languageName(defaultLanguage) };
  const dir = direction(language);
  return (
    <>
      <Advice
        lines={[
          ...(preview.translated ? [] : [t("untranslated", names)]),
          ...missing.map((field) => t(field === "name" ? "noName" : "noSalutation")),
        ]}
      />
      <LetterSheet
        letter={letter}
        language={language}
        dir={dir}
        head={[
          { term: t("from"), value: <Mailbox of={preview.from} /> },
          { term: t("to"), value: <bdi>{preview.to}</bdi> },
          { term: t("by"), value: <Way {...preview} /> },
          {
            term: t("subject"),
            value: (
              <span lang={language} dir={dir} className="font-semibold">
                {letter.subject}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

function Advice({ lines }: { lines: string[] }) {
  return lines.map((line) => (
    <p key={line} className="border-s-4 border-amber bg-sheet px-4 py-2">
      {line}
    </p>
  ));
}

function Way({ channel, address }: Pick<LetterPreview, "channel" | "address">) {
  const t = useTranslations("desk");
  if (!channel) return t("letter.preview.noAddress");
  return (
    <>
      {t(`channels.${channel}`)}: <bdi className="wrap-anywhere">{address}</bdi>
    </>
  );
}
