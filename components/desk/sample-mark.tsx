import { useTranslations } from "next-intl";

/** Marks what is invented. */
export function SampleMark() {
  const t = useTranslations("desk.embassies");
  return (
    <span className="ms-2 inline-block rounded-sm border border-amber px-1.5 text-xs leading-5 text-amber">
      {t("sample")}
    </span>
  );
}
