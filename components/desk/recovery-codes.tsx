import { useTranslations } from "next-intl";

/** The codes for a lost phone, to print or to write down. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const t = useTranslations("desk.secondFactor");
  return (
    <div className="border-y border-line py-4">
      <p>{t("codesHint")}</p>
      <ul aria-label={t("codes")} className="mt-3 grid gap-x-8 gap-y-1 font-mono text-base sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </div>
  );
}
