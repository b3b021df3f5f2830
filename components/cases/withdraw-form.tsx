"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "@/components/desk/action-form";
import { TextArea } from "@/components/desk/fields";
import { TickGroup } from "@/components/desk/tick-group";
import { limits, withdrawSchema } from "@/lib/cases/schema";

/** The last step of withdrawing: why, and that what it does was read. */
export function WithdrawForm({ action, back }: { action: FormAction; back: string }) {
  const t = useTranslations("desk.withdrawal");
  return (
    <ActionForm
      schema={withdrawSchema}
      action={action}
      keep="withdraw"
      submit={t("submit")}
      pending={t("pending")}
      look="grave"
      narrow={false}
      aside={
        <Link href={back} className="link">
          {t("cancel")}
        </Link>
      }
    >
      <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} maxLength={limits.reason} dir="auto" />
      <TickGroup
        name="confirmation"
        label={t("confirmation")}
        ticks={[{ name: "understood", label: t("understood") }]}
      />
    </ActionForm>
  );
}
