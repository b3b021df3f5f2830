"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "@/components/desk/action-form";
import { RadioGroup, TextArea } from "@/components/desk/fields";
import { TextField } from "@/components/desk/text-field";
import type { DeskPerson } from "@/lib/cases/queries";
import { ages, limits, personSchema } from "@/lib/cases/schema";

type PersonFormProps = { action: FormAction; keep: string; given?: DeskPerson };

/** A person at risk: every name they may be found by, and what members should know. */
export function PersonForm({ action, keep, given }: PersonFormProps) {
  const t = useTranslations("desk.persons");
  return (
    <ActionForm
      schema={personSchema}
      action={action}
      keep={keep}
      initial={given ? valuesOf(given) : { age: "unknown" }}
      compare={given !== undefined}
      submit={given ? t("save") : t("create")}
      pending={t("saving")}
      look={given ? "plain" : "main"}
      narrow={false}
    >
      {given && <input type="hidden" name="seen" value={given.seen} />}
      <TextField
        name="publicName"
        label={t("publicName")}
        hint={t("publicNameHint")}
        optional
        maxLength={limits.name}
        dir="auto"
        autoComplete="off"
      />
      <TextField
        name="originalScript"
        label={t("originalScript")}
        optional
        maxLength={limits.name}
        dir="auto"
        autoComplete="off"
      />
      <TextArea name="aliases" label={t("aliases")} hint={t("aliasesHint")} optional dir="auto" />
      <TextField name="pronoun" label={t("pronoun")} hint={t("pronounHint")} optional maxLength={limits.pronoun} />
      <RadioGroup name="age" label={t("age")} choices={ages.map((age) => ({ value: age, label: t(`ages.${age}`) }))} />
      <TextArea name="note" label={t("note")} hint={t("noteHint")} optional maxLength={limits.note} dir="auto" />
    </ActionForm>
  );
}

function valuesOf({ publicName, originalScript, aliases, pronoun, age, note }: DeskPerson) {
  return {
    publicName: publicName ?? "",
    originalScript: originalScript ?? "",
    aliases: aliases.join("\n"),
    pronoun: pronoun ?? "",
    age,
    note,
  };
}
