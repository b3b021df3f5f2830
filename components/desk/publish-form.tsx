"use client";

import { useTranslations } from "next-intl";
import { limits, revisionSchema } from "@/lib/campaigns/schema";
import { ActionForm, type FormAction } from "./action-form";
import { TextArea, Tick } from "./fields";

type PublishRevisionFormProps = { action: FormAction; campaignId: string; waiting: number };

/** The last step before a revision is public: what changed, and whether the older ones are no longer true. */
export function PublishRevisionForm({ action, campaignId, waiting }: PublishRevisionFormProps) {
  const t = useTranslations("desk.publishing");
  return (
    <ActionForm
      schema={revisionSchema}
      action={action}
      keep={`revision:${campaignId}`}
      narrow={false}
      submit={t("submitRevision")}
      pending={t("pending")}
    >
      <TextArea name="note" label={t("note")} hint={t("noteHint")} maxLength={limits.note} dir="auto" />
      <Tick name="supersedes" label={t("supersedes")} hint={t("supersedesHint", { count: waiting })} />
    </ActionForm>
  );
}
