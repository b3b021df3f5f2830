"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { campaignKinds, distributions, limits, settingsSchema } from "@/lib/campaigns/schema";
import type { CampaignSettings } from "@/lib/campaigns/settings";
import { ActionForm, type AutosaveAction, type FormAction } from "./action-form";
import { DeliveryOptions } from "./delivery-options";
import { DisclosureOptions } from "./disclosure-options";
import { DeadlineFields, type Zones } from "./deadline-fields";
import { RadioGroup, Select } from "./fields";
import type { NamedLanguage } from "./language-options";
import { TextField } from "./text-field";
import { WritingOptions } from "./writing-options";

type Settings = Pick<CampaignSettings, "id" | "slug" | "slugOpen" | "publishedAt" | "others" | "seen"> & {
  languages: NamedLanguage[];
};

type SettingsFormProps = {
  action: FormAction;
  /** Of a campaign that never was published: what is saved of another one holds at once. */
  autosave: AutosaveAction | undefined;
  settings: Settings;
  initial: Record<string, string>;
  /** The public address up to its last part. */
  prefix: string;
  zones: Zones;
  now: Date;
};

/** Everything about a campaign that is not its words: what it is, who may see it, until when. */
export function SettingsForm({ action, autosave, settings, initial, prefix, zones, now }: SettingsFormProps) {
  const t = useTranslations("desk.campaignSettings");
  const d = useTranslations("desk.deliveryOptions");
  const w = useTranslations("desk.writingOptions");
  return (
    <div className="max-w-[38rem]">
      <ActionForm
        schema={settingsSchema}
        action={action}
        autosave={autosave}
        initial={initial}
        keep={`settings:${settings.id}`}
        compare
        narrow={false}
        submit={t("submit")}
        pending={t("pending")}
      >
        <input type="hidden" name="seen" value={settings.seen} />
        <Part title={t("what")}>
          <WhatFields settings={settings} prefix={prefix} />
        </Part>
        <Part title={t("who")}>
          <WhoFields />
        </Part>
        <Part title={t("until")}>
          <DeadlineFields zones={zones} now={now} />
          <TextField name="goal" label={t("goal")} hint={t("goalHint")} optional inputMode="numeric" />
        </Part>
        <Part title={w("title")}>
          <WritingOptions />
          <DisclosureOptions />
        </Part>
        <Part title={d("title")}>
          <DeliveryOptions />
        </Part>
      </ActionForm>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="space-y-5 border-line not-first:border-t not-first:pt-4">
      <legend className="float-start mb-4 w-full font-serif text-lg">{title}</legend>
      <div className="clear-both space-y-5">{children}</div>
    </fieldset>
  );
}

function WhatFields({ settings, prefix }: { settings: Settings; prefix: string }) {
  const t = useTranslations("desk.campaignSettings");
  const k = useTranslations("desk.campaignKinds");
  const { slug, slugOpen, publishedAt, others, languages } = settings;
  return (
    <>
      {slugOpen ? (
        <TextField
          name="slug"
          label={t("slug")}
          hint={t(publishedAt ? "slugOpen" : "slugHint", { prefix })}
          maxLength={limits.slug}
          dir="ltr"
          spellCheck={false}
        />
      ) : (
        <p className="wrap-anywhere">{t("slugFixed", { address: `${prefix}${slug}` })}</p>
      )}
      <Select name="kind" label={t("kind")}>
        {campaignKinds.map((kind) => (
          <option key={kind} value={kind}>
            {k(kind)}
          </option>
        ))}
      </Select>
      <Select
        name="followsId"
        label={t("follows")}
        hint={others.length > 0 ? t("followsHint") : t("followsOnly")}
        optional
      >
        <option value="">{t("followsNone")}</option>
        {others.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      <Select name="defaultLanguage" label={t("defaultLanguage")} hint={t("defaultLanguageHint")}>
        {languages.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </>
  );
}

function WhoFields() {
  const t = useTranslations("desk.campaignSettings");
  const d = useTranslations("desk.distributions");
  const choices = distributions.map((value) => ({ value, label: d(value), hint: t(`hints.${value}`) }));
  return (
    <>
      <RadioGroup
        name="distribution"
        label={t("distribution")}
        choices={[{ value: "", label: t("undecided"), hint: t("undecidedHint") }, ...choices]}
      />
      <TextField
        name="permittedBy"
        label={t("permittedBy")}
        hint={t("permittedByHint")}
        maxLength={limits.permittedBy}
        // A draft may be saved without; it may not be published.
        aria-required={false}
        dir="auto"
      />
      <TextField name="permittedOn" label={t("permittedOn")} type="date" aria-required={false} />
    </>
  );
}
