"use client";

import { useTranslations } from "next-intl";
import type { DeskMember } from "@/lib/accounts/member-queries";
import { rights, rightsSchema } from "@/lib/accounts/schema";
import { ActionForm, type FormAction } from "./action-form";
import { TickGroup } from "./tick-group";

/** Gives and takes the four rights of a member. */
export function RightsForm({ member, action }: { member: Pick<DeskMember, "id" | "rights">; action: FormAction }) {
  const t = useTranslations("desk.rights");
  return (
    <ActionForm
      schema={rightsSchema}
      action={action}
      keep="rights"
      initial={Object.fromEntries(member.rights.map((right) => [right, "yes"]))}
      submit={t("save")}
      pending={t("saving")}
      look="plain"
      narrow={false}
    >
      <input type="hidden" name="id" value={member.id} />
      <TickGroup
        name="rights"
        label={t("label")}
        ticks={rights.map((right) => ({ name: right, label: t(right), hint: t(`${right}Hint`) }))}
      />
    </ActionForm>
  );
}
