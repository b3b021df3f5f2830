import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { deskHome } from "@/lib/accounts/return-path";
import { Gate } from "@/components/desk/gate";

export default async function DeskNotFound() {
  const t = await getTranslations("desk.notFound");
  return (
    <Gate title={t("title")} lead={t("text")}>
      <Link href={deskHome} className="link">
        {t("action")}
      </Link>
    </Gate>
  );
}
