import Link from "next/link";
import { useTranslations } from "next-intl";

/** Why something cannot be published yet: a second member has not approved it as it is. */
export function AwaitsApproval({ href }: { href: string }) {
  const t = useTranslations("desk.life.review");
  return (
    <p className="font-semibold">
      {t("awaits")}{" "}
      <Link href={href} className="link">
        {t("toLife")}
      </Link>
    </p>
  );
}
