"use client";

import { useTranslations } from "next-intl";

/** A language by its code and name. Named on the server: a browser may know it by another name. */
export type NamedLanguage = { code: string; name: string };

/** The languages an appeal may be written in, those of the public side first. */
export type LanguageChoices = { site: NamedLanguage[]; others: NamedLanguage[] };

export function LanguageOptions({ site, others }: LanguageChoices) {
  const t = useTranslations("desk.newCampaign");
  return (
    <>
      {site.length > 0 && <Options label={t("publicLanguages")} of={site} />}
      <Options label={t("otherLanguages")} of={others} />
    </>
  );
}

function Options({ label, of }: { label: string; of: NamedLanguage[] }) {
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
