"use client";

import { useTranslations } from "next-intl";
import { dayValue } from "@/components/cases/day-value";
import { ActionForm, type FormAction } from "@/components/desk/action-form";
import { Select, TextArea } from "@/components/desk/fields";
import { FileField } from "@/components/desk/file-field";
import { TextField } from "@/components/desk/text-field";
import type { OriginalFacts } from "@/lib/originals/queries";
import { limits, originalEncodings, originalSchema } from "@/lib/originals/schema";

type OriginalFormProps = { action: FormAction; keep: string; seen: string; given: OriginalFacts | null };

/** Where an appeal comes from, and the appeal as it was received. */
export function OriginalForm({ action, keep, seen, given }: OriginalFormProps) {
  const names = useTranslations("desk.encodings");
  const t = useTranslations("desk.original");
  return (
    <ActionForm
      schema={originalSchema}
      action={action}
      keep={keep}
      initial={valuesOf(given)}
      compare
      submit={t("save")}
      pending={t("saving")}
      narrow={false}
    >
      <input type="hidden" name="seen" value={seen} />
      <Provenance />
      <h2 className="pt-3 font-serif text-lg">{t("received")}</h2>
      {given?.kept && <p className="text-muted">{t("replace")}</p>}
      <TextArea
        name="text"
        label={t("text")}
        hint={t("textHint")}
        optional
        maxLength={limits.text}
        dir="auto"
        className="max-h-96"
      />
      <FileField name="file" label={t("file")} hint={t("fileHint")} optional />
      <Select name="encoding" label={t("encoding")} hint={t("encodingHint")}>
        {originalEncodings.map((encoding) => (
          <option key={encoding} value={encoding}>
            {names(encoding)}
          </option>
        ))}
      </Select>
    </ActionForm>
  );
}

function Provenance() {
  const t = useTranslations("desk.original");
  const line = { optional: true, maxLength: limits.line, dir: "auto" };
  return (
    <>
      <h2 className="font-serif text-lg">{t("provenance")}</h2>
      <TextField name="originator" label={t("originator")} hint={t("originatorHint")} {...line} />
      <TextField name="originatorAt" label={t("originatorAt")} {...line} />
      <TextField name="forwarder" label={t("forwarder")} {...line} />
      <TextField name="forwarderAt" label={t("forwarderAt")} {...line} />
      <TextField name="reference" label={t("reference")} hint={t("referenceHint")} {...line} />
      <TextField name="incidentOn" label={t("incidentOn")} type="date" optional />
      <TextField name="issuedOn" label={t("issuedOn")} type="date" optional />
    </>
  );
}

function valuesOf(given: OriginalFacts | null): Record<string, string> {
  if (!given) return { encoding: "utf-8" };
  const { encoding, originator, originatorAt, forwarder, forwarderAt, reference, incidentOn, issuedOn } = given;
  return {
    encoding,
    originator: originator ?? "",
    originatorAt: originatorAt ?? "",
    forwarder: forwarder ?? "",
    forwarderAt: forwarderAt ?? "",
    reference: reference ?? "",
    incidentOn: dayValue(incidentOn),
    issuedOn: dayValue(issuedOn),
  };
}
