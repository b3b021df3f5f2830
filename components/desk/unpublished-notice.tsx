import Link from "next/link";
import { useTranslations } from "next-intl";

/** Says on every page of a campaign that what its editors see is not yet what the public reads. */
export function UnpublishedNotice({ id, revision, publish }: { id: string; revision: number; publish: boolean }) {
  const t = useTranslations("desk.publishing");
  return (
    <p className="mt-4 max-w-[62ch] border-s-4 border-amber bg-sheet px-4 py-2 print:hidden">
      <strong className="font-semibold">{t("unpublished", { number: revision })}</strong> {t("unpublishedText")}{" "}
      {publish && (
        <Link href={`/desk/campaigns/${id}/publish`} className="link whitespace-nowrap">
          {t("toRevision", { number: revision })}
        </Link>
      )}
    </p>
  );
}
