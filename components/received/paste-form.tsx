"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "@/components/desk/action-form";
import { TextArea } from "@/components/desk/fields";
import { FileField } from "@/components/desk/file-field";
import { pasteSchema, receivedLimits } from "@/lib/received/schema";

const kinds = ".txt,.eml,.html,.htm,.pdf,.docx,text/plain,text/html,message/rfc822,application/pdf";

/** Takes an appeal as it was received. */
export function PasteForm({ action }: { action: FormAction }) {
  const t = useTranslations("desk.importing");
  return (
    <ActionForm
      schema={pasteSchema}
      action={action}
      keep="paste-appeal"
      submit={t("read")}
      pending={t("reading")}
      narrow={false}
      slow={t("stillReading")}
    >
      <TextArea
        name="appealText"
        label={t("text")}
        hint={t("textHint")}
        maxLength={receivedLimits.text}
        rows={12}
        dir="auto"
        spellCheck={false}
        className="max-h-[32rem] min-h-56"
      />
      <FileField name="appealFile" label={t("file")} hint={t("fileHint")} optional accept={kinds} />
      <p className="max-w-[62ch] text-muted">{t("kept")}</p>
    </ActionForm>
  );
}
