import { useTranslations } from "next-intl";

type RecipientNameProps = { short: string; holder: string | null; sample?: boolean };

/** An office and, where it has one, its present holder. One that is invented says so. */
export function RecipientName({ short, holder, sample = false }: RecipientNameProps) {
  const t = useTranslations("site.appeal");
  const office = () => <span className="font-semibold">{sample ? t("sampleOffice", { office: short }) : short}</span>;
  return holder ? t.rich("recipient", { office, holder }) : office();
}
