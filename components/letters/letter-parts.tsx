import { useLocale, useTranslations } from "next-intl";
import { languageName } from "@/lib/format";
import { limits } from "@/lib/signatures/schema";
import { Checklist } from "./checklist";
import { ExampleText } from "./example-text";
import { InkField } from "./ink-field";
import { LetterBudget } from "./letter-budget";
import type { EditorLetter } from "./editor-letter";
import { MustStay } from "./must-stay";

type PartProps = { letter: EditorLetter; error: string | undefined };

/** The field for the text that leaves, and what has to stay in it. */
export function EditableBody({ letter, error }: PartProps) {
  const t = useTranslations("site.form");
  const { language: lang, dir, requests, must } = letter;
  return (
    <>
      <InkField
        name="body"
        label={t("body")}
        hint={t("bodyHint")}
        error={error}
        rows={12}
        defaultValue={letter.body}
        changed={letter.changed}
        maxLength={limits.body}
        note={requests.length > 0 ? "body-must-stay" : undefined}
        {...{ lang, dir }}
      />
      {requests.length > 0 && <MustStay {...{ lang, dir, requests, must }} />}
    </>
  );
}

/** The field for a paragraph of the signer's own, in their language where they do not read that of the letter. */
export function OwnWordsField({ letter, error }: PartProps) {
  const { foreign, language, dir, reader } = letter;
  const asked = !foreign || foreign.reading !== null;
  return (
    <div data-to-all>
      <InkField
        name="ownWords"
        error={error}
        rows={4}
        defaultValue={letter.ownWords}
        maxLength={limits.ownWords}
        placeholder={asked ? letter.ownWordsPrompt : ""}
        lang={foreign ? reader.language : language}
        dir={foreign ? reader.dir : dir}
        {...useOwnWords(letter)}
      />
    </div>
  );
}

/** What the field for one's own paragraph is called, by how the letter is written and whether its signer reads it. */
function useOwnWords({ foreign, writing }: EditorLetter): { label: string; hint: string } {
  const form = useTranslations("site.form");
  const reading = useTranslations("reading");
  const ways = useTranslations("writing.ways");
  if (foreign) return { label: reading("ownWords"), hint: reading("ownWordsHint") };
  if (writing === "paragraph") return { label: ways("paragraphLabel"), hint: ways("paragraphHint") };
  return { label: form("ownWords"), hint: form("ownWordsHint") };
}

function unsaid(lines: string[]) {
  return lines.map((text) => ({ text, said: false }));
}

/** An empty sheet, with what the letter should say as a list, and an example to read. */
export function OwnText({ letter, error }: PartProps) {
  const t = useTranslations("writing.ways");
  const locale = useLocale();
  const { foreign, reader, checklist } = letter;
  const { language: lang, dir } = checklist;
  const inOwn = foreign ? { lang: reader.language, dir: reader.dir } : { lang: letter.language, dir: letter.dir };
  const hint = foreign ? t("ownForeign", { language: languageName(letter.language, locale) }) : t("ownHint");
  return (
    <>
      <Checklist requests={unsaid(checklist.requests)} facts={unsaid(checklist.facts)} {...{ lang, dir }} />
      <InkField
        name="body"
        label={t("ownLabel")}
        hint={hint}
        error={error}
        rows={12}
        defaultValue={letter.body}
        changed={letter.changed}
        maxLength={limits.body}
        placeholder={letter.ownWordsPrompt}
        note="body-checklist"
        {...inOwn}
      />
      <LetterBudget letter={letter} />
      <ExampleText text={letter.example} {...{ lang, dir }} />
    </>
  );
}
