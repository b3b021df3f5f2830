"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { embassyLimits, embassySchema } from "@/lib/embassies/schema";
import { recipientLimits } from "@/lib/recipients/schema";
import { ActionForm, type FormAction } from "./action-form";
import { CountryOptions } from "./country-options";
import { Select, TextArea } from "./fields";
import { TextField } from "./text-field";

type Named = { code: string; name: string };

type EmbassyFormProps = {
  action: FormAction;
  initial: Record<string, string>;
  keep: string;
  countries: Named[];
  languages: Named[];
};

/** An embassy: who represents whom where, the office, and how it is reached. */
export function EmbassyForm({ action, initial, keep, countries, languages }: EmbassyFormProps) {
  const t = useTranslations("desk.embassy");
  return (
    <div className="max-w-[44rem]">
      <ActionForm
        schema={embassySchema}
        action={action}
        initial={initial}
        keep={keep}
        submit={t("save")}
        pending={t("saving")}
        narrow={false}
        aside={
          <Link href="/desk/embassies" className="link">
            {t("back")}
          </Link>
        }
      >
        <input type="hidden" name="seen" value={initial.seen ?? ""} />
        <CountrySelect name="represents" label={t("represents")} countries={countries} />
        <CountrySelect name="host" label={t("host")} countries={countries} />
        <TextField
          name="coversAlso"
          label={t("covers")}
          hint={t("coversHint")}
          maxLength={embassyLimits.covers}
          optional
        />
        <TextField name="office" label={t("office")} hint={t("officeHint")} maxLength={recipientLimits.office} />
        <TextField name="salutation" label={t("salutation")} maxLength={recipientLimits.salutation} />
        <TextField name="holder" label={t("holder")} maxLength={recipientLimits.holder} optional />
        <Select name="language" label={t("language")}>
          <CountryOptions countries={languages} />
        </Select>
        <fieldset className="space-y-5 pt-3">
          <legend className="font-serif text-lg">{t("addresses")}</legend>
          <p className="text-muted">{t("addressesHint")}</p>
          <TextField
            name="email"
            type="email"
            label={t("email")}
            autoComplete="off"
            maxLength={embassyLimits.address}
            optional
          />
          <TextField
            name="fax"
            type="tel"
            label={t("fax")}
            hint={t("faxHint")}
            autoComplete="off"
            maxLength={40}
            optional
          />
          <TextArea name="post" label={t("post")} maxLength={embassyLimits.address} optional />
        </fieldset>
      </ActionForm>
    </div>
  );
}

function CountrySelect({ countries, ...field }: { name: string; label: string; countries: Named[] }) {
  return (
    <Select {...field}>
      <option value="" />
      <CountryOptions countries={countries} />
    </Select>
  );
}
