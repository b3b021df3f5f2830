"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { zoneName } from "@/lib/format";
import { holderStatuses, recipientLimits, recipientSchema } from "@/lib/recipients/schema";
import { ActionForm, type FormAction } from "./action-form";
import { AddressRows } from "./address-rows";
import { RadioGroup, Select } from "./fields";
import { RecipientTexts } from "./recipient-texts";
import { TextField } from "./text-field";

type Named = { code: string; name: string };

export type RecipientFormProps = {
  action: FormAction;
  initial: Record<string, string>;
  /** Names what is kept of it in this tab. */
  keep: string;
  seen: string;
  /** The languages its texts are asked for in; the first is the campaign's own. */
  texts: Named[];
  countries: Named[];
  languages: Named[];
  timeZones: string[];
  back: string;
};

/** A recipient: the office in each language, who holds it, and how it is reached. */
export function RecipientForm(props: RecipientFormProps) {
  const { action, initial, keep, seen, texts, countries, languages, timeZones, back } = props;
  const t = useTranslations("desk.recipient");
  return (
    <div className="max-w-[44rem]">
      <ActionForm
        schema={recipientSchema}
        action={action}
        initial={initial}
        keep={keep}
        submit={t("save")}
        pending={t("saving")}
        narrow={false}
        aside={
          <Link href={back} className="link">
            {t("back")}
          </Link>
        }
      >
        <input type="hidden" name="languages" value={texts.map(({ code }) => code).join(" ")} />
        <input type="hidden" name="seen" value={seen} />
        <div className="space-y-10">
          {texts.map(({ code, name }, index) => (
            <RecipientTexts key={code} language={code} name={name} own={index === 0} />
          ))}
          <Holder />
          <Place {...{ countries, languages, timeZones }} />
          <AddressRows countries={countries} />
        </div>
      </ActionForm>
    </div>
  );
}

function Holder() {
  const t = useTranslations("desk.recipient");
  return (
    <fieldset className="space-y-5">
      <legend className="font-serif text-lg">{t("holder")}</legend>
      <p className="max-w-[62ch] text-muted">{t("holderHint")}</p>
      <RadioGroup
        name="holderStatus"
        label={t("holderStatus")}
        choices={holderStatuses.map((status) => ({
          value: status,
          label: t(`holderStatuses.${status}`),
          hint: t(`holderStatuses.${status}Hint`),
        }))}
      />
      <TextField
        name="holderName"
        label={t("holderName")}
        hint={t("holderNameHint")}
        optional
        maxLength={recipientLimits.holder}
      />
    </fieldset>
  );
}

function Place({ countries, languages, timeZones }: Pick<RecipientFormProps, "countries" | "languages" | "timeZones">) {
  const t = useTranslations("desk.recipient");
  return (
    <fieldset className="space-y-5">
      <legend className="font-serif text-lg">{t("place")}</legend>
      <Select name="country" label={t("country")} hint={t("countryHint")}>
        <option value="">{t("choose")}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      <Select name="host" label={t("host")} hint={t("hostHint")} optional>
        <option value="">{t("hostSame")}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      <Select name="language" label={t("language")} hint={t("languageHint")}>
        <option value="">{t("languageUnknown")}</option>
        {languages.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      <Select name="timeZone" label={t("timeZone")} hint={t("timeZoneHint")} optional>
        <option value="">{t("noTimeZone")}</option>
        {timeZones.map((zone) => (
          <option key={zone} value={zone}>
            {zoneName(zone)}
          </option>
        ))}
      </Select>
    </fieldset>
  );
}
