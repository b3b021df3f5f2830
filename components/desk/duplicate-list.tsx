import { useTranslations } from "next-intl";
import type { Duplicate } from "@/lib/recipients/duplicates";
import Link from "next/link";
import { LinkButton } from "./link-button";

type DuplicateListProps = { pairs: Duplicate[]; countries: Record<string, string> };

/** Pairs that may be one office, each with the two ways to make it so. */
export function DuplicateList({ pairs, countries }: DuplicateListProps) {
  const t = useTranslations("desk.merge");
  return (
    <ul className="divide-y divide-line border-y border-line">
      {pairs.map(({ first, second, address }) => (
        <li
          key={`${first.id} ${second.id}`}
          className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 py-4"
        >
          <div className="min-w-0 flex-[1_1_20rem]">
            {[first, second].map(({ id, short, country }) => (
              <p key={id} className="wrap-anywhere">
                <Link href={`/desk/recipients/${id}`} prefetch={false} className="link font-semibold">
                  {short}
                </Link>{" "}
                <span className="text-muted">· {countries[country] ?? country}</span>
              </p>
            ))}
            <p className="text-muted wrap-anywhere">
              {t("sharedOffice", { country: countries[first.country] ?? first.country })}
              {address !== null && ` · ${t("sharedAddress", { address: address.replaceAll("\n", ", ") })}`}
            </p>
          </div>
          <LinkButton href={`/desk/recipients/${first.id}/merge?with=${second.id}`}>{t("confirmTitle")}</LinkButton>
        </li>
      ))}
    </ul>
  );
}
