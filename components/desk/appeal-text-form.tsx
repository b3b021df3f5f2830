"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { appealTextSchema, limits, type Withheld } from "@/lib/campaigns/schema";
import { direction } from "@/lib/locales";
import { ActionForm, type AutosaveAction, type FormAction } from "./action-form";
import { AppealPreview } from "./appeal-preview";
import { TextArea } from "./fields";
import { TextField } from "./text-field";

type AppealTextFormProps = {
  action: FormAction;
  /** Of a draft. */
  autosave: AutosaveAction | undefined;
  /** Names the campaign, so that what is kept in this tab finds its way back. */
  campaignId: string;
  language: string;
  initial: Record<string, string>;
  seen: string;
  /** Only an example has a notice. */
  example: boolean;
  /** The names that readers do not see. */
  withheld: Withheld;
  /** The same in the default language, for who translates. */
  children?: ReactNode;
};

/** What an appeal says in one language, and beside it what readers will see. */
export function AppealTextForm({
  action,
  autosave,
  campaignId,
  language,
  initial,
  seen,
  example,
  withheld,
  children,
}: AppealTextFormProps) {
  const t = useTranslations("desk.appealText");
  return (
    <ActionForm
      schema={appealTextSchema}
      action={action}
      autosave={autosave}
      compare
      initial={initial}
      keep={`text:${campaignId}:${language}`}
      narrow={false}
      submit={t("submit")}
      pending={t("pending")}
      beside={<AppealPreview {...{ language, example, withheld }}>{children}</AppealPreview>}
    >
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="seen" value={seen} />
      <Fields language={language} example={example} />
    </ActionForm>
  );
}

function Fields({ language, example }: Pick<AppealTextFormProps, "language" | "example">) {
  const t = useTranslations("desk.appealText");
  const own = { lang: language, dir: direction(language) };
  return (
    <div className="space-y-5">
      <TextField name="title" label={t("title")} hint={t("titleHint")} maxLength={limits.title} {...own} />
      <TextField name="request" label={t("request")} hint={t("requestHint")} maxLength={limits.request} {...own} />
      <TextArea name="summary" label={t("summary")} hint={t("summaryHint")} maxLength={limits.summary} {...own} />
      <TextArea
        name="body"
        label={t("body")}
        hint={t("bodyHint")}
        maxLength={limits.body}
        className="min-h-56"
        {...own}
      />
      {example && (
        <TextArea
          name="notice"
          label={t("notice")}
          hint={t("noticeHint")}
          maxLength={limits.notice}
          optional
          {...own}
        />
      )}
      <TextArea
        name="writeHint"
        label={t("writeHint")}
        hint={t("writeHintHint")}
        maxLength={limits.writeHint}
        optional
        {...own}
      />
    </div>
  );
}
