import { useTranslations } from "next-intl";

/** An office and, where it has one, its present holder. */
export function RecipientName({ short, holder }: { short: string; holder: string | null }) {
  const t = useTranslations("site.appeal");
  const office = () => <span className="font-semibold">{short}</span>;
  return holder ? t.rich("recipient", { office, holder }) : office();
}
