import { useFormatter, useTranslations } from "next-intl";
import { FieldError } from "@/components/ui/field";
import type { WritingWay } from "@/lib/generated/prisma/enums";
import { bodyPrefix, limits } from "@/lib/signatures/schema";
import { Checklist } from "./checklist";
import { ExampleText } from "./example-text";
import { InkField } from "./ink-field";
import { LetterBudget } from "./letter-budget";
import { MustStay } from "./must-stay";

export type EditorLetter = {
  subject: string;
  opening: string;
  closing: string;
  /** The closing with `{name}` and `{country}` still open, for the script that fills them in while they are typed. */
  closingTemplate: string;
  body: string;
  ownWords: string;
  ownWordsPrompt: string;
  /** What has to stay in the editable part, or should. */
  requests: string[];
  /** Whether it has to. */
  must: boolean;
  writing: WritingWay;
  /** The sample letter's text: what is edited, added to, or only read. */
  example: string;
  /** What a letter in one's own words should say. */
  checklist: { requests: string[]; facts: string[] };
  /** Whether the subject differs from one writer to the next. */
  subjectVaries: boolean;
  /** The shortest letter any recipient takes, in characters, and who that is. */
  limit: { most: number; short: string | null } | null;
  /** Who gets this text; empty while everybody does. */
  to: string[];
  /** The texts for others. */
  versions: LetterVersion[];
  language: string;
  dir: "ltr" | "rtl";
};

export type LetterVersion = {
  key: string;
  to: string[];
  /** How many more get it than are named. */
  more: number;
  subject: string;
  opening: string;
  body: string;
  closing: string;
};

type Errors = { body?: string | undefined; bodies?: string | undefined; ownWords?: string | undefined };

/** The letter as paper: what is fixed in quiet ink, what the signer writes in blue on ruled lines. */
export function LetterEditor({ letter, errors }: { letter: EditorLetter; errors: Errors }) {
  const t = useTranslations("site.errors");
  const { language: lang, dir } = letter;
  return (
    <>
      <MainSheet letter={letter} errors={errors} />
      {letter.versions.length > 0 && (
        <div id="bodies" tabIndex={-1}>
          <FieldError name="bodies" error={errors.bodies} errorWord={t("error")} />
        </div>
      )}
      {letter.versions.map((version) => (
        <VersionSheet
          key={version.key}
          version={version}
          locked={letter.writing === "paragraph"}
          opened={errors.bodies !== undefined}
          {...{ lang, dir }}
        />
      ))}
    </>
  );
}

function MainSheet({ letter, errors }: { letter: EditorLetter; errors: Errors }) {
  const t = useTranslations("site.form");
  const { language: lang, dir } = letter;
  return (
    <div className="sheet">
      {letter.to.length > 0 && <ToLine to={letter.to} />}
      <p className="border-b border-line pb-3 font-sans text-sm text-muted">
        {t("subject")}:{" "}
        <span {...{ lang, dir }} className="text-ink">
          {letter.subject}
        </span>
        {letter.subjectVaries && <span className="mt-1 block">{t("subjectVaries")}</span>}
      </p>
      <p {...{ lang, dir }} className="fixed-ink mt-5 wrap-anywhere" title={t("fixed")} data-opening>
        {letter.opening}
      </p>
      {bodyParts[letter.writing]({ letter, errors })}
      <p
        {...{ lang, dir }}
        className="fixed-ink mt-5 wrap-anywhere"
        title={t("fixed")}
        data-template={letter.closingTemplate}
        data-name={t("namePlaceholder")}
        data-country={t("countryPlaceholder")}
      >
        {letter.closing}
      </p>
    </div>
  );
}

type BodyPartProps = { letter: EditorLetter; errors: Errors };

/** The text of the letter, for each way to write one. */
const bodyParts = { paragraph: AddedParagraph, edit: EditedText, own: OwnText } as const;

/** The letter stays as it is, in quiet ink; only the paragraph under it is written. */
function AddedParagraph({ letter, errors }: BodyPartProps) {
  const t = useTranslations("writing.ways");
  const { language: lang, dir } = letter;
  return (
    <>
      <p {...{ lang, dir }} className="fixed-ink mt-5 wrap-anywhere" data-body>
        {letter.body}
      </p>
      <OwnWordsField letter={letter} error={errors.ownWords} label={t("paragraphLabel")} hint={t("paragraphHint")} />
      <LetterBudget limit={letter.limit} />
    </>
  );
}

function EditedText({ letter, errors }: BodyPartProps) {
  const t = useTranslations("site.form");
  const { language: lang, dir } = letter;
  return (
    <>
      <InkField
        name="body"
        label={t("body")}
        hint={t("bodyHint")}
        error={errors.body}
        rows={12}
        defaultValue={letter.body}
        maxLength={limits.body}
        note={letter.requests.length > 0 ? "body-must-stay" : undefined}
        {...{ lang, dir }}
      />
      {letter.requests.length > 0 && <MustStay {...{ lang, dir }} requests={letter.requests} must={letter.must} />}
      <LetterBudget limit={letter.limit} />
      <OwnWordsField letter={letter} error={errors.ownWords} label={t("ownWords")} hint={t("ownWordsHint")} />
    </>
  );
}

/** An empty sheet, with what the letter should say as a list, and an example to read. */
function OwnText({ letter, errors }: BodyPartProps) {
  const t = useTranslations("writing.ways");
  const { language: lang, dir, checklist } = letter;
  const lines = (texts: string[]) => texts.map((text) => ({ text, said: false }));
  return (
    <>
      <Checklist requests={lines(checklist.requests)} facts={lines(checklist.facts)} {...{ lang, dir }} />
      <InkField
        name="body"
        label={t("ownLabel")}
        hint={t("ownHint")}
        error={errors.body}
        rows={12}
        defaultValue={letter.body}
        maxLength={limits.body}
        placeholder={letter.ownWordsPrompt}
        note="body-checklist"
        {...{ lang, dir }}
      />
      <LetterBudget limit={letter.limit} />
      <ExampleText text={letter.example} {...{ lang, dir }} />
    </>
  );
}

type OwnWordsFieldProps = { letter: EditorLetter; error: string | undefined; label: string; hint: string };

function OwnWordsField({ letter, error, label, hint }: OwnWordsFieldProps) {
  const { language: lang, dir } = letter;
  return (
    <InkField
      name="ownWords"
      rows={4}
      defaultValue={letter.ownWords}
      maxLength={limits.ownWords}
      placeholder={letter.ownWordsPrompt}
      {...{ label, hint, error, lang, dir }}
    />
  );
}

/** Who gets a text. */
function ToLine({ to }: { to: string[] }) {
  const t = useTranslations("site.form");
  const format = useFormatter();
  return (
    <p className="mb-2 font-sans text-sm">
      {t("to")} <span className="font-semibold">{format.list(to)}</span>
    </p>
  );
}

type VersionSheetProps = { version: LetterVersion; locked: boolean; opened: boolean; lang: string; dir: "ltr" | "rtl" };

/** The text that some of the recipients get instead, closed until somebody wants to read or change it. */
function VersionSheet({ version, locked, opened, lang, dir }: VersionSheetProps) {
  const t = useTranslations("site.form");
  const format = useFormatter();
  const to = version.more > 0 ? [...version.to, t("more", { count: version.more })] : version.to;
  return (
    <details className="border-t border-line pt-3" open={opened}>
      <summary className="link min-h-11 cursor-pointer py-2">{t("version", { names: format.list(to) })}</summary>
      <div className="sheet mt-3">
        <ToLine to={to} />
        <p className="border-b border-line pb-3 font-sans text-sm text-muted">
          {t("subject")}:{" "}
          <span {...{ lang, dir }} className="text-ink">
            {version.subject}
          </span>
        </p>
        <p {...{ lang, dir }} className="fixed-ink mt-5 wrap-anywhere" title={t("fixed")}>
          {version.opening}
        </p>
        {locked ? (
          <p {...{ lang, dir }} className="fixed-ink mt-5 wrap-anywhere">
            {version.body}
          </p>
        ) : (
          <InkField
            name={`${bodyPrefix}${version.key}`}
            label={t("versionBody", { names: format.list(to) })}
            hint={t("versionHint")}
            error={undefined}
            rows={10}
            defaultValue={version.body}
            maxLength={limits.body}
            {...{ lang, dir }}
          />
        )}
        <p {...{ lang, dir }} className="fixed-ink mt-5 wrap-anywhere" title={t("fixed")}>
          {version.closing}
        </p>
      </div>
    </details>
  );
}
