"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "@/components/desk/action-form";
import { FileField } from "@/components/desk/file-field";
import { uploadSchema } from "@/lib/imports/schema";

/** Chooses a file of recipients. */
export function UploadForm({ action }: { action: FormAction }) {
  const t = useTranslations("desk.import");
  return (
    <ActionForm schema={uploadSchema} action={action} submit={t("upload")} pending={t("uploading")} narrow={false}>
      <FileField name="list" label={t("file")} hint={t("fileHint")} accept=".csv,.txt,.tsv,text/csv,text/plain" />
    </ActionForm>
  );
}
