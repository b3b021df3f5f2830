import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonLook } from "@/components/ui/button";

type EmbassyFilterProps = {
  countries: { code: string; name: string }[];
  wanted: string;
  /** Whether all of it may be taken along as a file. */
  exports: boolean;
};

/** Narrows the table to one country, and leads to what is done with all of it. Works by address alone. */
export function EmbassyFilter({ countries, wanted, exports }: EmbassyFilterProps) {
  const t = useTranslations("desk.embassies");
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 print:hidden">
      <form className="flex flex-wrap items-end gap-3">
        <label className="block">
          <span className="mb-1 block font-semibold">{t("search")}</span>
          <select
            name="country"
            defaultValue={wanted}
            className="min-h-11 w-60 max-w-full rounded-sm border border-edge bg-sheet px-3"
          >
            <option value="">{t("all")}</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button className={`${buttonLook("plain")} cursor-pointer`}>{t("show")}</button>
      </form>
      <p className="flex gap-x-6">
        <Link href="/desk/embassies/import" className="link">
          {t("import")}
        </Link>
        {exports && (
          <a href="/desk/embassies/export" className="link" download>
            {t("export")}
          </a>
        )}
      </p>
    </div>
  );
}
