import Link from "next/link";
import { useTranslations } from "next-intl";
import { Moment } from "@/components/desk/moment";
import { Dotted } from "@/components/ui/dotted";
import type { ImportFacts } from "@/lib/imports/queries";

/** The imports of the last days, each with what came of it. */
export function ImportList({ imports, href }: { imports: ImportFacts[]; href: string }) {
  const t = useTranslations("desk.import");
  if (imports.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <>
      <p className="mb-3 max-w-[62ch] text-muted">{t("earlierLead")}</p>
      <ul className="max-w-[44rem] divide-y divide-line border-y border-line">
        {imports.map(({ id, fileName, state, total, createdAt, made, updated, skipped, bad }) => (
          <li key={id} className="py-3">
            <Link href={`${href}/${id}`} prefetch={false} className="link font-semibold wrap-anywhere">
              {fileName}
            </Link>
            <Dotted
              className="text-muted"
              parts={[
                { key: "at", text: <Moment at={createdAt} /> },
                { key: "state", text: t(`states.${state}`) },
                {
                  key: "counts",
                  text: state === "draft" ? t("rows", { total }) : t("counts", { made, updated, skipped, bad }),
                },
              ]}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
