"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import type { LetterPreview } from "@/lib/letters/preview";
import { sampleLetterSchema, type TypedLetter } from "@/lib/letters/schema";
import { ActionForm, type AutosaveAction, type FormAction } from "./action-form";
import { LetterFields } from "./letter-fields";
import { LetterPaper, type LetterTest } from "./letter-paper";

type LetterDeskProps = {
  campaign: string;
  language: string;
  /** The key of the version, and its recipients first in the preview. */
  version: string;
  defaultLanguage: string;
  initial: Record<string, string>;
  seen: string;
  save: FormAction;
  /** Of a draft. */
  autosave: AutosaveAction | undefined;
  previews: LetterPreview[];
  ownWords: string;
  /** Sends the letter to the member; null while none was saved. */
  test: LetterTest | null;
  /** Said in place of the preview while nobody is written to. */
  nobody: ReactNode;
};

/** The sample letter in one language beside the letter it becomes, which follows each keystroke. */
export function LetterDesk(props: LetterDeskProps) {
  const { campaign, language, version, defaultLanguage, initial, seen, save, autosave } = props;
  const { previews, ownWords, test, nobody } = props;
  const t = useTranslations("desk.letter");
  const [typed, setTyped] = useState<TypedLetter>(initial);
  const follow = ({ target }: FormEvent) => {
    const form = target instanceof Element ? target.closest("form") : null;
    if (form) setTyped(Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === "string")));
  };
  return (
    <div className="gap-x-12 gap-y-10 max-xl:space-y-10 xl:grid xl:grid-cols-2">
      <div onInput={follow} onReset={() => setTyped(initial)} className="min-w-0">
        <ActionForm
          schema={sampleLetterSchema}
          action={save}
          autosave={autosave}
          compare
          initial={initial}
          keep={`letter:${campaign}:${language}:${version}`}
          submit={t("save")}
          pending={t("saving")}
          narrow={false}
        >
          <input type="hidden" name="language" value={language} />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="seen" value={seen} />
          <LetterFields language={language} />
        </ActionForm>
      </div>
      <div className="min-w-0">
        {previews.length === 0 ? (
          nobody
        ) : (
          <LetterPaper {...{ typed, previews, language, defaultLanguage, ownWords, test }} />
        )}
      </div>
    </div>
  );
}
