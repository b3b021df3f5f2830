import { useTranslations } from "next-intl";

/** The codes for a lost phone, to print or to write down. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const t = useTranslations("desk.secondFactor");
  return (
    <div className="border-y border-line py-4">
      <p>{t("codesHint")}</p>
      <ul
        aria-label={t("codes")}
        className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-6 gap-y-1 font-mono text-base"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </div>
  );
}
