import { useTranslations } from "next-intl";
import { disclosureTicks } from "@/lib/campaigns/schema";
import { disclosures } from "@/lib/signatures/schema";
import { TickGroup } from "./tick-group";

/** How much of themselves the signers of a campaign may let recipients know. */
export function DisclosureOptions() {
  const t = useTranslations("desk.disclosureOptions");
  const names = useTranslations("desk.disclosures");
  const ticks = disclosures.map((value, at) => ({
    name: disclosureTicks[at] ?? value,
    label: names(value),
    hint: t(`${value}Hint`),
  }));
  return <TickGroup name="disclosures" label={t("label")} hint={t("hint")} ticks={ticks} />;
}
