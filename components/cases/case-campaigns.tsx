import Link from "next/link";
import { useTranslations } from "next-intl";
import { State } from "@/components/desk/state";
import type { DeskCase } from "@/lib/cases/queries";

type CaseCampaignsProps = { campaigns: DeskCase["campaigns"]; mayEdit: boolean };

/** The campaigns of a case, each with the way to its picture and its original. */
export function CaseCampaigns({ campaigns, mayEdit }: CaseCampaignsProps) {
  const t = useTranslations("desk");
  if (campaigns.length === 0) return <p className="text-muted">{t("cases.campaignsEmpty")}</p>;
  return (
    <ul className="border-t border-line">
      {campaigns.map(({ id, title, kind, state }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-5 gap-y-1 border-b border-line py-2.5">
          <Link href={`/desk/campaigns/${id}`} className="link wrap-anywhere">
            {title}
          </Link>
          <span className="text-muted">{t(`campaignKinds.${kind}`)}</span>
          <State of={state}>{t(`campaignStates.${state}`)}</State>
          {mayEdit && (
            <span className="ms-auto flex gap-x-5">
              <Link
                href={`/desk/campaigns/${id}/picture`}
                className="link"
                aria-label={`${t("cases.picture")}: ${title}`}
              >
                {t("cases.picture")}
              </Link>
              <Link
                href={`/desk/campaigns/${id}/original`}
                className="link"
                aria-label={`${t("cases.original")}: ${title}`}
              >
                {t("cases.original")}
              </Link>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
