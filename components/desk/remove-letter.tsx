"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { ActionForm, type FormAction } from "./action-form";
import { languageName } from "./language-name";

const schema = z.object({ language: z.string() });

type RemoveLetterProps = { language: string; defaultLanguage: string; action: FormAction };

/** Takes the letter in one language out of the campaign. */
export function RemoveLetter({ language, defaultLanguage, action }: RemoveLetterProps) {
  const t = useTranslations("desk.letter");
  const names = { language: languageName(language), default: languageName(defaultLanguage) };
  return (
    <div className="mt-12 border-t border-line pt-6">
      <ActionForm
        schema={schema}
        action={action}
        submit={t("remove", names)}
        pending={t("removing")}
        done={t("removed")}
        look="grave"
        narrow={false}
      >
        <input type="hidden" name="language" value={language} />
        <p className="max-w-[62ch] text-muted">{t("removeHint", names)}</p>
      </ActionForm>
    </div>
  );
}
