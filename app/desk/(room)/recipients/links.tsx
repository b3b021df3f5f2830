import Link from "next/link";
import { useTranslations } from "next-intl";
import { libraryPath } from "./path";

/** The ways from the library to what is done with many recipients. */
export function LibraryLinks({ edits }: { edits: boolean }) {
  const t = useTranslations("desk.library");
  return (
    <p className="mt-3 flex flex-wrap gap-x-6 print:hidden">
      {edits && (
        <Link href={libraryPath("import")} className="link">
          {t("import")}
        </Link>
      )}
      {edits && (
        <Link href={libraryPath("duplicates")} className="link">
          {t("duplicates")}
        </Link>
      )}
      <Link href={libraryPath("groups")} className="link">
        {t("groups")}
      </Link>
    </p>
  );
}
