"use client";

import { useTranslations } from "next-intl";
import { embedSchema } from "@/lib/embeds/schema";
import { ActionForm, type FormAction } from "./action-form";
import { TextArea } from "./fields";

type HostsFormProps = {
  /** Missing for a member who may only look. */
  action: FormAction | undefined;
  campaign: string;
  hosts: string[];
  seen: string;
};

/** The sites that may show an appeal in a frame. */
export function HostsForm({ action, campaign, hosts, seen }: HostsFormProps) {
  const t = useTranslations("desk.embed");
  if (!action) {
    return (
      <p className="max-w-[62ch] text-muted">
        {hosts.length > 0 ? new Intl.ListFormat("en").format(hosts) : t("nobody")}
      </p>
    );
  }
  return (
    <div className="max-w-[41rem]">
      <ActionForm
        schema={embedSchema}
        action={action}
        initial={{ hosts: hosts.join("\n") }}
        keep={`embed:${campaign}`}
        look="plain"
        submit={t("save")}
        pending={t("saving")}
        narrow={false}
      >
        <input type="hidden" name="seen" value={seen} />
        <TextArea
          name="hosts"
          label={t("hosts")}
          hint={t("hostsHint")}
          optional
          rows={4}
          dir="ltr"
          spellCheck={false}
        />
      </ActionForm>
    </div>
  );
}
