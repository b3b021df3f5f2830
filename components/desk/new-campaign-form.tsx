"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { campaignKinds, limits, makeSlug, newCampaignSchema, newCase } from "@/lib/campaigns/schema";
import { ActionForm, type FormAction } from "./action-form";
import { RadioGroup, Select } from "./fields";
import { type LanguageChoices, LanguageOptions } from "./language-options";
import { TextField } from "./text-field";

type NewCampaignFormProps = {
  action: FormAction;
  cases: { id: string; title: string }[];
  countries: { code: string; name: string }[];
  languages: LanguageChoices;
  /** The case it is about, if that is known. */
  chosen?: string;
};

/** What has to be known to begin a campaign; everything else has a room of its own. */
export function NewCampaignForm({ action, cases, countries, languages, chosen }: NewCampaignFormProps) {
  const t = useTranslations("desk.newCampaign");
  const k = useTranslations("desk.campaignKinds");
  const initial = { language: "en", kind: "urgent_action", case: chosen ?? newCase };
  return (
    <div className="max-w-[38rem]">
      <ActionForm
        schema={newCampaignSchema}
        action={action}
        initial={initial}
        keep="new-campaign"
        narrow={false}
        submit={t("submit")}
        pending={t("pending")}
      >
        <TextField name="title" label={t("titleLabel")} hint={t("titleHint")} maxLength={limits.title} dir="auto" />
        <SlugField label={t("slug")} hint={t("slugHint")} />
        <Select name="language" label={t("language")} hint={t("languageHint")}>
          <LanguageOptions {...languages} />
        </Select>
        <CaseFields cases={cases} countries={countries} />
        <RadioGroup
          name="kind"
          label={t("kind")}
          choices={campaignKinds.map((kind) => ({ value: kind, label: k(kind), hint: t(`kindHints.${kind}`) }))}
        />
      </ActionForm>
    </div>
  );
}

/** Follows the title until somebody writes in it. Without script it stays empty, and the server makes it. */
function SlugField({ label, hint }: { label: string; hint: string }) {
  const { setValue, getFieldState } = useFormContext<Record<string, string>>();
  const title = useWatch<Record<string, string>>({ name: "title" }) ?? "";
  const touched = useRef(false);
  useEffect(() => {
    if (!touched.current && !getFieldState("slug").isDirty) setValue("slug", makeSlug(title));
  }, [title, setValue, getFieldState]);
  return (
    <div onInput={() => (touched.current = true)}>
      <TextField name="slug" label={label} hint={hint} optional maxLength={limits.slug} dir="ltr" spellCheck={false} />
    </div>
  );
}

function CaseFields({ cases, countries }: Pick<NewCampaignFormProps, "cases" | "countries">) {
  const t = useTranslations("desk.newCampaign");
  const chosen = useWatch<Record<string, string>>({ name: "case" });
  return (
    <>
      <Select name="case" label={t("case")} hint={t("caseHint")}>
        <option value={newCase}>{t("newCase")}</option>
        {cases.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      {chosen === newCase && (
        <div className="space-y-5 border-s-4 border-line ps-4">
          <TextField
            name="caseTitle"
            label={t("caseTitle")}
            hint={t("caseTitleHint")}
            maxLength={limits.title}
            dir="auto"
          />
          <Select name="country" label={t("country")}>
            <option value="">{t("chooseCountry")}</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </div>
      )}
    </>
  );
}
