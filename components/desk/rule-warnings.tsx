import { useTranslations } from "next-intl";
import type { RuleWarning } from "@/lib/routing/gaps";

type RuleWarningsProps = {
  warnings: RuleWarning[];
  /** Names of the countries from which nobody is written to. */
  uncovered: string[];
  everywhere: boolean;
};

const shown = 12;

/** What is worth a look in the rules; first of all who would have nobody to write to. */
export function RuleWarnings({ warnings, uncovered, everywhere }: RuleWarningsProps) {
  const t = useTranslations("desk.routing");
  if (warnings.length === 0 && uncovered.length === 0) return null;
  const more = uncovered.length > shown ? ["…"] : [];
  const countries = [...uncovered.slice(0, shown), ...more].join(", ");
  return (
    <section aria-labelledby="warnings" className="mt-6 max-w-[62ch] border-s-4 border-amber bg-sheet px-5 py-4">
      <h2 id="warnings" className="font-serif text-lg">
        {t("warningsTitle")}
      </h2>
      <ul className="mt-1 list-disc space-y-1 ps-5">
        {uncovered.length > 0 && (
          <li>{everywhere ? t("nobodyEverywhere") : t("nobody", { count: uncovered.length, countries })}</li>
        )}
        {warnings.map(({ code, number }) => (
          <li key={`${number} ${code}`}>{t(`warnings.${code}`, { number })}</li>
        ))}
      </ul>
    </section>
  );
}
