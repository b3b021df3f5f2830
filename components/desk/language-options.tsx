"use client";

import { useTranslations } from "next-intl";
import { languages } from "@/lib/campaigns/schema";
import { locales } from "@/lib/locales";
import { languageName } from "./language-name";

/** The languages an appeal may be written in, those of the public side first. @param but those that are left out */
export function LanguageOptions({ but = [] }: { but?: readonly string[] }) {
  const t = useTranslations("desk.newCampaign");
  const open = (codes: readonly string[]) =>
    codes
      .filter((code) => !but.includes(code))
      .map((code) => ({ code, name: languageName(code) }))
      .toSorted((one, other) => one.name.localeCompare(other.name, "en"));
  const [site, others] = [
    open(locales),
    open(languages.filter((code) => !(locales as readonly string[]).includes(code))),
  ];
  return (
    <>
      {site.length > 0 && <Options label={t("publicLanguages")} of={site} />}
      <Options label={t("otherLanguages")} of={others} />
    </>
  );
}

function Options({ label, of }: { label: string; of: { code: string; name: string }[] }) {
  return (
    <optgroup label={label}>
      {of.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
