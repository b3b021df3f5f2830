"use client";

import { useTranslations } from "next-intl";
import { inviteSchema, limits } from "@/lib/accounts/schema";
import { ActionForm, type FormAction } from "./action-form";
import { RoleChoice } from "./role-choice";
import { TextField } from "./text-field";

export function InviteForm({ action }: { action: FormAction }) {
  const t = useTranslations("desk.invite");
  return (
    <ActionForm
      schema={inviteSchema}
      action={action}
      keep="invite"
      submit={t("submit")}
      pending={t("pending")}
      narrow={false}
    >
      <TextField name="email" label={t("email")} type="email" autoComplete="off" maxLength={limits.email} />
      <RoleChoice label={t("role")} />
    </ActionForm>
  );
}
