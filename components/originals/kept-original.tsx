import { useTranslations } from "next-intl";
import { formatDay } from "@/components/desk/formats";
import type { OriginalFacts } from "@/lib/originals/queries";

type KeptOriginalProps = {
  given: OriginalFacts | null;
  /** Its download; missing for those who may not see personal data. */
  href?: string;
};

/** Whether the appeal as it was received is kept, and the way to it: a plain link, so that nothing opens it ahead of time. */
export function KeptOriginal({ given, href }: KeptOriginalProps) {
  const t = useTranslations("desk.original");
  const names = useTranslations("desk.encodings");
  if (!given?.kept) return <p className="border-y border-line py-4 text-muted">{t("none")}</p>;
  const { receivedAt, mediaType, encoding } = given;
  const how = { what: t(`what.${kindOf(mediaType)}`, { mediaType, encoding: names(encoding) }) };
  return (
    <div className="border-y border-line py-4">
      <p className="wrap-anywhere">
        {receivedAt ? t("kept", { day: formatDay(receivedAt), ...how }) : t("keptUndated", how)}
      </p>
      {href ? (
        <>
          <p>
            <a href={href} className="link font-semibold">
              {t("open")}
            </a>
          </p>
          <p className="text-xs leading-5 text-muted">{t("recorded")}</p>
        </>
      ) : (
        <p className="mt-1 max-w-[62ch] text-muted">{t("notShown")}</p>
      )}
    </div>
  );
}

function kindOf(mediaType: string): "text" | "pdf" | "picture" | "other" {
  if (mediaType.startsWith("text/")) return "text";
  if (mediaType.startsWith("image/")) return "picture";
  return mediaType === "application/pdf" ? "pdf" : "other";
}
