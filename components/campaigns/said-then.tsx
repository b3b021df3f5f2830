import { useTranslations } from "next-intl";
import type { AppealView } from "@/lib/campaigns/view";

/** Before what an appeal said when people could write, where nobody is to act on it any more. */
export function SaidThen({ state }: Pick<AppealView, "state">) {
  const t = useTranslations("site.appeal");
  if (state !== "stopped" && state !== "overdue") return null;
  return <p className="font-semibold">{t("saidThen")}</p>;
}
