import Link from "next/link";
import { useTranslations } from "next-intl";

/** The way from an appeal's words to what belongs to them and has a page of its own. */
export function AppealBelongings({ campaignId, caseId }: { campaignId: string; caseId: string }) {
  const t = useTranslations("desk.appealText");
  const links = [
    { href: `/desk/campaigns/${campaignId}/picture`, label: t("picture") },
    { href: `/desk/campaigns/${campaignId}/original`, label: t("original") },
    { href: `/desk/cases/${caseId}`, label: t("case") },
  ];
  return (
    <ul className="mb-4 flex flex-wrap gap-x-5">
      {links.map(({ href, label }) => (
        <li key={href}>
          <Link href={href} className="link inline-flex min-h-9 items-center">
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
