"use client";

import { useTranslations } from "next-intl";
import { groupSchema, libraryLimits } from "@/lib/library/schema";
import { ActionForm, type FormAction } from "./action-form";
import { TextField } from "./text-field";

/** Names a new group of recipients. */
export function NewGroupForm({ action, keep }: { action: FormAction; keep: string }) {
  const t = useTranslations("desk.groups");
  return (
    <ActionForm schema={groupSchema} action={action} keep={keep} submit={t("add")} pending={t("adding")} narrow={false}>
      <TextField name="groupName" label={t("name")} autoComplete="off" maxLength={libraryLimits.group} />
    </ActionForm>
  );
}
