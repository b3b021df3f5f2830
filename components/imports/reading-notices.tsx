import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { ImportPreview } from "@/lib/imports/preview";

/** What makes the way a file is read doubtful, or impossible. */
export function ReadingNotices({ fault, preview }: { fault: string | null; preview: ImportPreview }) {
  const t = useTranslations("desk");
  if (fault !== null) {
    const [code = "", what = ""] = fault.split(":");
    return (
      <p role="alert" className="border-s-4 border-brick bg-sheet px-4 py-3 font-semibold">
        {t(`errors.list.${code as "quote-open"}`, { what })}
      </p>
    );
  }
  const width = Math.max(preview.head?.length ?? 0, ...preview.rows.map(({ length }) => length));
  return (
    <>
      {preview.unreadable && (
        <Notice kind="paused" title={t("import.unreadable")}>
          {t("import.unreadableText")}
        </Notice>
      )}
      {width === 1 && (
        <Notice kind="paused" title={t("import.oneColumn")}>
          {t("import.oneColumnText")}
        </Notice>
      )}
    </>
  );
}
