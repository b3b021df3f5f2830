"use client";

import { useTranslations } from "next-intl";
import { belongingsSchema, holderSchema, libraryLimits, reasonSchema } from "@/lib/library/schema";
import { holderStatuses, recipientLimits } from "@/lib/recipients/schema";
import { ActionForm, type FormAction } from "./action-form";
import { RadioGroup } from "./fields";
import { TextField } from "./text-field";
import { TickGroup } from "./tick-group";

/** Says who holds an office now. */
export function HolderForm({ action, keep }: { action: FormAction; keep: string }) {
  const t = useTranslations("desk");
  return (
    <ActionForm
      schema={holderSchema}
      action={action}
      keep={keep}
      initial={{ newStatus: "in_office" }}
      submit={t("office.saveHolder")}
      pending={t("office.saving")}
      look="plain"
      narrow={false}
    >
      <RadioGroup
        name="newStatus"
        label={t("recipient.holderStatus")}
        choices={holderStatuses.map((status) => ({ value: status, label: t(`recipient.holderStatuses.${status}`) }))}
      />
      <TextField name="newName" label={t("recipient.holderName")} optional maxLength={recipientLimits.holder} />
      <TextField name="since" type="date" label={t("office.since")} hint={t("office.sinceHint")} optional />
    </ActionForm>
  );
}

type BelongingsFormProps = {
  action: FormAction;
  tags: string[];
  groups: { id: string; name: string }[];
  has: string[];
  seen: string;
};

/** The tags of an office and the groups it is in. */
export function BelongingsForm({ action, tags, groups, has, seen }: BelongingsFormProps) {
  const t = useTranslations("desk.office");
  const ticks = groups.map(({ id }) => [`group-${id}`, has.includes(id) ? "yes" : ""] as const);
  return (
    <ActionForm
      schema={belongingsSchema}
      action={action}
      keep="belongings"
      compare
      initial={{ tags: tags.join(", "), ...Object.fromEntries(ticks) }}
      submit={t("saveBelongings")}
      pending={t("saving")}
      look="plain"
      narrow={false}
    >
      <input type="hidden" name="seen" value={seen} />
      <TextField name="tags" label={t("tags")} hint={t("tagsHint")} optional autoComplete="off" />
      {groups.length > 0 && (
        <TickGroup
          name="groups"
          label={t("groups")}
          hint={t("groupsHint")}
          ticks={groups.map(({ id, name }) => ({ name: `group-${id}`, label: name }))}
        />
      )}
    </ActionForm>
  );
}

/** Lets nothing leave for an office, and says why. */
export function SilenceForm({ action }: { action: FormAction }) {
  const t = useTranslations("desk.office");
  return (
    <>
      <p className="mb-4 max-w-[62ch] text-muted">{t("silenceLead")}</p>
      <ActionForm
        schema={reasonSchema}
        action={action}
        keep="silence"
        submit={t("silenceIt")}
        pending={t("saving")}
        look="grave"
        narrow={false}
      >
        <TextField
          name="why"
          label={t("reason")}
          hint={t("reasonHint")}
          maxLength={libraryLimits.reason}
          autoComplete="off"
        />
      </ActionForm>
    </>
  );
}
