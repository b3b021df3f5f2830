import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Withdrawal } from "@/lib/cases/queries";

type WithdrawalEffectsProps = { withdrawal: Withdrawal; consents: number };

/** Everything that withdrawing will do, in numbers of now. */
export function WithdrawalEffects({ withdrawal, consents }: WithdrawalEffectsProps) {
  const t = useTranslations("desk.withdrawal");
  const { pauses, letters, pictures } = withdrawal;
  return (
    <>
      <ul className="max-w-[62ch] list-disc space-y-2 border-y border-line py-4 ps-5">
        <li>{t("consents", { count: consents })}</li>
        <li>{t("names")}</li>
        <li>
          {t("pauses", { count: pauses.length })}
          <ul>
            {pauses.map(({ id, title }) => (
              <li key={id}>
                <Link href={`/desk/campaigns/${id}`} className="link wrap-anywhere">
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </li>
        <li>{t("letters", { count: letters })}</li>
        <li>{t("pictures", { count: pictures })}</li>
      </ul>
      <p className="mt-4 mb-7 max-w-[62ch] text-muted">{t("cannot")}</p>
    </>
  );
}
