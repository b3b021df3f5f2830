"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "@/components/desk/action-form";
import { Select } from "@/components/desk/fields";
import { TextField } from "@/components/desk/text-field";
import { deliveryLimits, pauseSchema, pauseTarget } from "@/lib/delivery/schema";

/** What may be paused; `everything` for those who may stop the whole house. */
export type Pausable = {
  everything: boolean;
  campaigns: { id: string; title: string }[];
  recipients: { id: string; name: string }[];
  lanes: string[];
};

type PauseFormProps = { action: FormAction; of: Pausable; initial?: string };

/** Stops letters from leaving: all, or those of a campaign, to a recipient, or by a lane. */
export function PauseForm({ action, of, initial = "" }: PauseFormProps) {
  const t = useTranslations("desk.delivery.pause");
  const { everything, campaigns, recipients, lanes } = of;
  const choices = [
    ...campaigns.map(({ id, title }) => ({ scope: "campaign" as const, subjectId: id, name: title })),
    ...recipients.map(({ id, name }) => ({ scope: "recipient" as const, subjectId: id, name })),
    ...lanes.map((lane) => ({ scope: "lane" as const, lane, name: lane })),
  ];
  return (
    <section aria-labelledby="pause" className="max-w-[38rem] print:hidden">
      <h2 id="pause" className="mb-1 font-serif text-lg">
        {t("title")}
      </h2>
      <p className="mb-4 text-muted">{t("hint")}</p>
      <ActionForm
        schema={pauseSchema}
        action={action}
        keep="pause"
        initial={{ target: initial, reason: "" }}
        look="grave"
        narrow={false}
        submit={t("submit")}
        pending={t("pending")}
        done={t("done")}
      >
        <Select name="target" label={t("target")}>
          {!initial && <option value="">{t("choose")}</option>}
          {choices.map(({ name, ...target }) => (
            <option key={pauseTarget(target)} value={pauseTarget(target)}>
              {t(target.scope, { name })}
            </option>
          ))}
          {everything && <option value="organisation">{t("organisation")}</option>}
          {everything && <option value="installation">{t("installation")}</option>}
        </Select>
        <TextField
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          optional
          maxLength={deliveryLimits.reason}
          autoComplete="off"
          dir="auto"
        />
      </ActionForm>
    </section>
  );
}
