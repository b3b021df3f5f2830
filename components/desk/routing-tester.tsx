import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { countryName } from "@/lib/format";
import type { TestedRouting } from "@/lib/routing/test-routing";
import { CountryOptions } from "./country-options";
import { TesterAnswer } from "./tester-answer";

type Named = { code: string; name: string };

type RoutingTesterProps = {
  question: { country: string; language: string; date: string };
  countries: Named[];
  languages: Named[];
  answer: TestedRouting | null;
};

const control = "min-h-11 w-full rounded-sm border border-edge bg-sheet px-3";

/** Asks who would be written to. The question stands in the address, so that it can be shown to somebody else. */
export function RoutingTester({ question, countries, languages, answer }: RoutingTesterProps) {
  const t = useTranslations("desk.tester");
  const { country, language, date } = question;
  return (
    <section aria-labelledby="tester" className="mt-12 border-t border-line pt-7">
      <h2 id="tester" className="scroll-mt-4 font-serif text-xl">
        {t("title")}
      </h2>
      <p className="mt-1 max-w-[62ch] text-muted">{t("lead")}</p>
      <form
        action="#tester"
        className="mt-5 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1.2fr)_minmax(0,0.8fr)_auto] print:hidden"
      >
        <label className="block">
          <span className="mb-1 block font-semibold">{t("country")}</span>
          <select name="country" defaultValue={country} className={control}>
            <option value="" />
            <CountryOptions countries={countries} />
          </select>
        </label>
        <label className="block">
          <span className="mb-1 block font-semibold">{t("language")}</span>
          <select name="language" defaultValue={language} className={control}>
            <CountryOptions countries={languages} />
          </select>
        </label>
        <label className="block">
          <span className="mb-1 block font-semibold">{t("date")}</span>
          <input type="date" name="date" defaultValue={date} className={control} />
        </label>
        <Button>{t("ask")}</Button>
      </form>
      {answer && <TesterAnswer answer={answer} country={countryName(country, "en")} date={date} />}
    </section>
  );
}
