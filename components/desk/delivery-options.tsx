import { useTranslations } from "next-intl";
import { ambiguityRules } from "@/lib/campaigns/schema";
import { RadioGroup, Tick } from "./fields";

/** When the letters of a campaign leave, and what becomes of one of which nobody knows whether it arrived. */
export function DeliveryOptions() {
  const t = useTranslations("desk.deliveryOptions");
  return (
    <>
      <p className="text-muted">{t("hint")}</p>
      <Tick name="drip" label={t("drip")} hint={t("dripHint")} />
      <Tick name="officeHours" label={t("officeHours")} hint={t("officeHoursHint")} />
      <Tick name="prefersOwnClient" label={t("prefersOwnClient")} hint={t("prefersOwnClientHint")} />
      <RadioGroup
        name="whenAmbiguous"
        label={t("whenAmbiguous")}
        choices={ambiguityRules.map((rule) => ({ value: rule, label: t(rule), hint: t(`${rule}Hint`) }))}
      />
    </>
  );
}
