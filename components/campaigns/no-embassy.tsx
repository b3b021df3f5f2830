import { useTranslations } from "next-intl";

/** Embassies an appeal asks to be written to, and that there are none of for this country. */
export function NoEmbassy({ unmet, country }: { unmet: string[]; country: string }) {
  const t = useTranslations("site.routing");
  return unmet.map((represents) => (
    <p key={represents} className="mt-2 text-sm text-muted">
      {t("noEmbassy", { represents, country })}
    </p>
  ));
}
