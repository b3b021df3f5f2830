import { useTranslations } from "next-intl";
import type { Appeal } from "@/lib/campaigns/queries";

type OwnWarningProps = { appeal: Pick<Appeal, "stoppedAt" | "overdueAt" | "organisation"> };

/** What a signer must know before they send a letter by themselves; nothing while they may. */
export function OwnWarning({ appeal: { stoppedAt, overdueAt, organisation } }: OwnWarningProps) {
  const t = useTranslations("site.mine");
  if (!stoppedAt && !overdueAt) return null;
  return (
    <section className={`border-s-4 ${stoppedAt ? "border-brick" : "border-amber"} bg-sheet px-4 py-3`}>
      <h2 className="font-semibold">{t(stoppedAt ? "stoppedTitle" : "overdueTitle")}</h2>
      <p>{stoppedAt ? t("stoppedText") : t("overdueText", { organisation: organisation.name })}</p>
    </section>
  );
}
