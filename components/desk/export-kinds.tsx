import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ExportWhat, exportColumns } from "@/lib/reports/schema";

/** Chooses between a table of signatures and one of letters. */
export function ExportKinds({ href, current }: { href: string; current: ExportWhat }) {
  const t = useTranslations("desk.exports");
  const look =
    "inline-flex min-h-9 items-center border-b-2 border-transparent px-0.5 hover:text-blue aria-[current]:border-ink aria-[current]:font-semibold";
  return (
    <nav aria-label={t("what")} className="mb-6 flex gap-x-5 border-b border-line">
      {(Object.keys(exportColumns) as ExportWhat[]).map((what) => (
        <Link
          key={what}
          href={`${href}?what=${what}`}
          prefetch={false}
          aria-current={what === current ? "true" : undefined}
          className={look}
        >
          {t(what)}
        </Link>
      ))}
    </nav>
  );
}
