import { useTranslations } from "next-intl";

/** Above every public page of an installation without a mail server: what is promised below does not happen here. */
export function NotConnected() {
  const t = useTranslations("site.nav");
  return (
    <p className="border-b border-amber bg-sheet print:hidden">
      <span className="mx-auto block max-w-6xl px-5 py-2 text-sm">{t("notConnected")}</span>
    </p>
  );
}
