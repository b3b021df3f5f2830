import Link from "next/link";
import { useTranslations } from "next-intl";
import type { OpenPause } from "@/lib/delivery/pauses";

/** Says on every page of the desk, and so that nobody can miss it, that letters are kept from leaving. */
export function PauseBar({ pauses }: { pauses: OpenPause[] }) {
  const t = useTranslations("desk.delivery.bar");
  const has = (scope: OpenPause["scope"]) => pauses.some((pause) => pause.scope === scope);
  if (pauses.length === 0) return null;
  const what = has("installation") ? t("installation") : has("organisation") ? t("organisation") : null;
  return (
    <aside
      aria-label={t("title")}
      className="border-sheet bg-brick px-4 py-2.5 leading-5 text-sheet not-first:border-t print:hidden md:px-5"
    >
      <strong className="font-semibold">{t("title")}</strong> {what ?? t("some", { count: pauses.length })}{" "}
      <Link
        href="/desk/delivery"
        className="font-semibold whitespace-nowrap underline underline-offset-2 focus-visible:outline-sheet"
      >
        {t("open")}
      </Link>
    </aside>
  );
}
