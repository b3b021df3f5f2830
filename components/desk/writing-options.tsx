import { useTranslations } from "next-intl";
import { writingWays } from "@/lib/signatures/schema";
import { RadioGroup, Tick } from "./fields";

/** How the letters of a campaign are written, and whether it may harm somebody that their phone shows what they wrote. */
export function WritingOptions() {
  const t = useTranslations("desk.writingOptions");
  return (
    <>
      <RadioGroup
        name="writing"
        label={t("writing")}
        choices={writingWays.map((way) => ({ value: way, label: t(way), hint: t(`${way}Hint`) }))}
      />
      <Tick name="sensitive" label={t("sensitive")} hint={t("sensitiveHint")} />
    </>
  );
}
