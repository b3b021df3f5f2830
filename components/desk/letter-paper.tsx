"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { LetterSheet } from "@/components/letters/letter-sheet";
import type { LetterPreview } from "@/lib/letters/preview";
import { paperWays, previewLetter, testLetterSchema, type TypedLetter } from "@/lib/letters/schema";
import { direction } from "@/lib/locales";
import { ActionForm, type FormAction } from "./action-form";
import { Select } from "./fields";
import { formatNumber } from "./formats";
import { languageName } from "./language-name";
import { Mailbox } from "./mailbox";

type LetterPaperProps = {
  typed: TypedLetter;
  previews: LetterPreview[];
  language: string;
  defaultLanguage: string;
  ownWords: string;
  test: LetterTest | null;
};

/** How the saved letter is tried out: mailed to the member, or made as a PDF at an address. */
export type LetterTest = {
  action: FormAction;
  email: string;
  /** Whether the mail stays in the Outbox. */
  captured: boolean;
  paper: string;
};

/** The letter to a chosen recipient on its sheet, as it would leave now, and the way to have it sent to oneself. */
export function LetterPaper({ typed, previews, language, defaultLanguage, ownWords, test }: LetterPaperProps) {
  const t = useTranslations("desk.letter");
  const [chosen, setChosen] = useState(previews[0]?.recipient);
  const [subject, chooseSubject] = useState("0");
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
          initial={{ recipient: preview.recipient, which: subject }}
          aside={<PaperLinks which={subject} language={language} paper={test.paper} recipient={preview.recipient} />}
          submit={t("test.submit")}
          pending={t("test.pending")}
          done={t(test.captured ? "test.captured" : "test.done", { email: test.email })}
          look="plain"
          narrow={false}
        >
          <input type="hidden" name="language" value={language} />
          <RecipientSelect {...{ previews, choose: setChosen }} />
          <SubjectSelect {...{ typed, choose: chooseSubject }} />
          <p className="text-muted">{t(test.captured ? "test.leadCaptured" : "test.lead", { email: test.email })}</p>
        </ActionForm>
      ) : (
        <p className="text-muted">{t("test.notSaved")}</p>
      )}
      <Paper {...{ typed, subject, preview, language, defaultLanguage, ownWords }} />
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

/** Which of its subjects the letter carries: the one of its field, or one of the further ones. */
function SubjectSelect({ typed, choose }: { typed: TypedLetter; choose: (subject: string) => void }) {
  const t = useTranslations("desk.letterPaper");
  const others = furtherSubjects(typed);
  if (others.length === 0) return null;
  return (
    <div onInput={({ target }) => target instanceof HTMLSelectElement && choose(target.value)}>
      <Select name="which" label={t("which")}>
        <option value="0">{t("subjectOne")}</option>
        {others.map((text, at) => (
          <option key={text} value={String(at + 1)}>
            {t("subjectOther", { number: at + 2, subject: text })}
          </option>
        ))}
      </Select>
    </div>
  );
}

function furtherSubjects({ subjects = "" }: TypedLetter): string[] {
  return subjects.split("\n").filter((line) => line.trim() !== "");
}

type PaperLinksProps = { paper: string; recipient: string; language: string; which: string };

/** The saved letter on paper, as it goes by fax and by post. */
function PaperLinks({ paper, ...of }: PaperLinksProps) {
  const t = useTranslations("desk.letterPaper");
  return (
    <span role="group" aria-label={t("paper")} className="flex flex-wrap gap-x-5">
      {paperWays.map((way) => (
        <a key={way} href={`${paper}?${new URLSearchParams({ ...of, way }).toString()}`} className="link py-2">
          {t(way)}
        </a>
      ))}
    </span>
  );
}

type PaperProps = Pick<LetterPaperProps, "typed" | "language" | "defaultLanguage" | "ownWords"> & {
  preview: LetterPreview;
  subject: string;
};

function Paper({ typed, subject, preview, language, defaultLanguage, ownWords }: PaperProps) {
  const t = useTranslations("desk.letter.preview");
  const paper = useTranslations("desk.letterPaper");
  const needs = useTranslations("desk.letterNeeds");
  const chosen = furtherSubjects(typed)[Number(subject) - 1];
  const result = previewLetter({ ...typed, subject: chosen ?? typed.subject ?? "" }, preview.values, ownWords);
  if (!result) return <p className="border-s-4 border-amber bg-sheet px-4 py-3">{t("unreadable")}</p>;
  const { letter, missing } = result;
  const length = Array.from(letter.text).length;
  const { limit, leavesIn } = preview;
  const lengths = { name: preview.short, length: formatNumber(length), most: formatNumber(limit ?? 0) };
  const names = { language: languageName(language), default: languageName(defaultLanguage) };
  const dir = direction(language);
  return (
    <>
      <Advice
        lines={[
          ...(leavesIn && leavesIn !== language
            ? [needs("leavesIn", { name: preview.short, language: languageName(leavesIn) })]
            : []),
          ...(preview.translated ? [] : [t("untranslated", names)]),
          ...(limit !== null && length > limit ? [paper("tooLong", lengths)] : []),
          ...missing.map((field) => t(field === "name" ? "noName" : "noSalutation")),
        ]}
      />
      <p className="text-xs text-muted tabular-nums">{paper(limit === null ? "length" : "lengthOf", lengths)}</p>
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
