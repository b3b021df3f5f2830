"use client";

import { useTranslations } from "next-intl";
import type { DeskMember } from "@/lib/accounts/member-queries";
import { idSchema, roleSchema } from "@/lib/accounts/schema";
import { ActionForm, type FormAction } from "./action-form";
import { RoleChoice } from "./role-choice";

type MemberFormProps = { member: Pick<DeskMember, "id" | "name" | "role" | "self">; action: FormAction };

/** Gives a member another role. */
export function RoleForm({ member: { id, role }, action }: MemberFormProps) {
  const t = useTranslations("desk.member");
  return (
    <ActionForm
      schema={roleSchema}
      action={action}
      keep="role"
      initial={{ role }}
      submit={t("save")}
      pending={t("saving")}
      narrow={false}
    >
      <input type="hidden" name="id" value={id} />
      <RoleChoice label={t("role")} />
    </ActionForm>
  );
}

/** Removes a member; the words above the button say what that does. */
export function RemoveForm({ member: { id, name, self }, action }: MemberFormProps) {
  const t = useTranslations("desk.member");
  return (
    <ActionForm
      schema={idSchema}
      action={action}
      submit={self ? t("removeSelfButton") : t("removeButton", { name })}
      pending={t("removing")}
      look="grave"
      narrow={false}
    >
      <input type="hidden" name="id" value={id} />
    </ActionForm>
  );
}
