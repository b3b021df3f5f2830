import Link from "next/link";
import { useTranslations } from "next-intl";

/** Says on every page of the desk, and so that nobody can miss it, that nothing is sent. */
export function OutboxBar({ open }: { open: boolean }) {
  const t = useTranslations("desk.outboxBar");
  return (
    <aside aria-label={t("title")} className="bg-brick px-4 py-2.5 leading-5 text-sheet print:hidden md:px-5">
      <strong className="font-semibold">{t("title")}</strong> {t("text")}{" "}
      {open && (
        <Link
          href="/desk/outbox"
          className="font-semibold whitespace-nowrap underline underline-offset-2 focus-visible:outline-sheet"
        >
          {t("open")}
        </Link>
      )}
    </aside>
  );
}
