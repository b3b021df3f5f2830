"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "@/components/desk/action-form";
import { TextArea } from "@/components/desk/fields";
import { approveSchema, limits, sendBackSchema } from "@/lib/campaigns/schema";

/** @param mark of what the member was shown */
export function ApproveForm({ action, mark }: { action: FormAction; mark: string }) {
  const t = useTranslations("desk.life");
  return (
    <ActionForm
      schema={approveSchema}
      action={action}
      submit={t("review.approve")}
      pending={t("pending")}
      narrow={false}
      aside={<p className="max-w-[62ch] min-w-[min(16rem,100%)] flex-1 text-muted">{t("review.approveHint")}</p>}
    >
      <input type="hidden" name="seen" value={mark} />
    </ActionForm>
  );
}

export function SendBackForm({ action }: { action: FormAction }) {
  const t = useTranslations("desk.life");
  return (
    <div className="max-w-[40rem]">
      <ActionForm
        schema={sendBackSchema}
        action={action}
        keep="send-back"
        submit={t("review.back")}
        pending={t("pending")}
        look="plain"
        narrow={false}
      >
        <TextArea name="backReason" label={t("review.backReason")} maxLength={limits.note} rows={3} dir="auto" />
      </ActionForm>
    </div>
  );
}
