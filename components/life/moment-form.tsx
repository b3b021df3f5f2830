"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "@/components/desk/action-form";
import type { Zones } from "@/components/desk/deadline-fields";
import { momentSchema } from "@/lib/campaigns/schema";
import { MomentFields } from "./moment-fields";

type MomentFormProps = {
  action: FormAction;
  keep: string;
  zones: Zones;
  initial: Record<string, string>;
  submit: string;
  hint: string;
};

/** Chooses the moment at which something happens by itself. */
export function MomentForm({ action, keep, zones, initial, submit, hint }: MomentFormProps) {
  const t = useTranslations("desk.life");
  return (
    <ActionForm
      schema={momentSchema}
      action={action}
      keep={keep}
      initial={initial}
      submit={submit}
      pending={t("pending")}
      look="plain"
      narrow={false}
      aside={<p className="max-w-[62ch] min-w-[min(16rem,100%)] flex-1 text-muted">{hint}</p>}
    >
      <div className="max-w-[26rem] space-y-5">
        <MomentFields zones={zones} />
      </div>
    </ActionForm>
  );
}
