import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";

type CountryFormProps = { page: string; country: string; countries: { code: string; name: string }[] };

/** Another country, and with it perhaps others to write to: the check page comes again, with every word as it was. */
export function CountryForm({ page, country, countries }: CountryFormProps) {
  const t = useTranslations("channels.check");
  return (
    <form method="post" action={page} className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="act" value="reroute" />
      <div className="max-w-md grow">
        <SelectField
          name="country"
          label={t("country")}
          hint={t("countryHint")}
          errorWord=""
          defaultValue={country}
          autoComplete="country"
        >
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <Button>{t("changeCountry")}</Button>
    </form>
  );
}

/** Who sends what goes by e-mail. @param byMail how many letters that is */
export function SendingForm({ page, own, byMail }: { page: string; own: boolean; byMail: number }) {
  const t = useTranslations("channels.check");
  return (
    <form method="post" action={page} className="space-y-2 border-t border-line pt-6">
      <input type="hidden" name="act" value="reroute" />
      <h2 className="font-serif text-xl font-semibold">{t(own ? "oursTitle" : "ownTitle")}</h2>
      <p>{own ? t("oursText") : t("ownText", { count: byMail })}</p>
      <Button name="ownClient" value={own ? "no" : "yes"}>
        {t(own ? "sendOurs" : "sendOwn")}
      </Button>
    </form>
  );
}
