"use client";

import { useTranslations } from "next-intl";
import { letterLimits, versionSchema } from "@/lib/letters/schema";
import { ActionForm, type FormAction } from "./action-form";
import { TextField } from "./text-field";
import { TickGroup } from "./tick-group";

/** A recipient, and whether it stands in this version or by which name in another one. */
export type VersionChoice = { id: string; short: string; here: boolean; elsewhere: string | null };

type VersionFormProps = { version: string; name: string; choices: VersionChoice[]; seen: string; action: FormAction };

/** Names a version of the letter and chooses who gets it; without a version it makes one. */
export function VersionForm({ version, name, choices, seen, action }: VersionFormProps) {
  const t = useTranslations("desk.letterVersions");
  const ticked = choices.map(({ id, here }) => [`in-${id}`, here ? "yes" : ""] as const);
  return (
    <ActionForm
      schema={versionSchema}
      action={action}
      keep={`version:${version}`}
      compare={version !== ""}
      initial={{ versionName: name, ...Object.fromEntries(ticked) }}
      submit={version === "" ? t("create") : t("save")}
      pending={version === "" ? t("creating") : t("saving")}
      look="plain"
      narrow={false}
    >
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="key" value={version} />
      {version === "" && <p className="text-muted">{t("addHint")}</p>}
      <TextField
        name="versionName"
        label={t("name")}
        hint={t("nameHint")}
        maxLength={letterLimits.versionName}
        autoComplete="off"
      />
      <TickGroup
        name="recipients"
        label={t("recipients")}
        hint={t("recipientsHint")}
        ticks={choices.map(({ id, short, here, elsewhere }) => ({
          name: `in-${id}`,
          label: short,
          ...(elsewhere !== null && !here ? { hint: t("standsIn", { name: elsewhere }) } : {}),
        }))}
      />
    </ActionForm>
  );
}

/** Takes a version out; its recipients get the letter to all others. */
export function RemoveVersion({ version, action }: { version: string; action: FormAction }) {
  const t = useTranslations("desk.letterVersions");
  return (
    <div className="border-t border-line pt-5">
      <ActionForm
        schema={versionSchema.pick({ key: true })}
        action={action}
        submit={t("remove")}
        pending={t("removing")}
        look="grave"
        narrow={false}
      >
        <input type="hidden" name="key" value={version} />
        <p className="text-muted">{t("removeHint")}</p>
      </ActionForm>
    </div>
  );
}
