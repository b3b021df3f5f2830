import { useTranslations } from "next-intl";

type FeedsProps = { locale: string; formats: { format: string; name: string }[] };

/** Where new appeals can be followed without giving anybody an address. */
export function Feeds({ locale, formats }: FeedsProps) {
  const t = useTranslations("sharing.feed");
  return (
    <p className="mt-8 flex flex-wrap items-center gap-x-5 text-sm text-muted">
      <span className="basis-full sm:basis-auto">{t("follow")}</span>
      {formats.map(({ format, name }) => (
        <a key={format} href={`/${locale}/feed/${format}`} className="link-line">
          {name}
        </a>
      ))}
    </p>
  );
}
