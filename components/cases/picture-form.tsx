"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "@/components/desk/action-form";
import { FileField } from "@/components/desk/file-field";
import { TextField } from "@/components/desk/text-field";
import { TickGroup } from "@/components/desk/tick-group";
import { limits, pictureSchema, showsField } from "@/lib/cases/schema";

type PictureFormProps = { action: FormAction; keep: string; persons: { id: string; label: string }[] };

/** A picture to add to a case, who made it, and whom it shows. */
export function PictureForm({ action, keep, persons }: PictureFormProps) {
  const t = useTranslations("desk.pictures");
  return (
    <ActionForm
      schema={pictureSchema}
      action={action}
      keep={keep}
      submit={t("submit")}
      pending={t("pending")}
      narrow={false}
    >
      <FileField
        name="file"
        label={t("file")}
        hint={t("fileHint")}
        accept="image/jpeg,image/png,image/webp,image/avif"
      />
      <TextField name="credit" label={t("credit")} hint={t("creditHint")} maxLength={limits.credit} dir="auto" />
      <TickGroup
        name="shows"
        label={t("shows")}
        hint={persons.length === 0 ? t("noPersons") : undefined}
        ticks={[
          ...persons.map(({ id, label }) => ({ name: showsField(id), label })),
          { name: "nobody", label: t("nobody") },
        ]}
      />
    </ActionForm>
  );
}
