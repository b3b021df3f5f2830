import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Gate } from "@/components/desk/gate";

export default async function JoinNotFound() {
  const t = await getTranslations("desk.join");
  return (
    <Gate title={t("refusedTitle")} lead={t("refused")}>
      <Link href="/desk/sign-in" className="link">
        {t("toSignIn")}
      </Link>
    </Gate>
  );
}
