import { useTranslations } from "next-intl";
import type { Appeal } from "@/lib/campaigns/queries";
import { Ask } from "./ask";

type OwnWarningProps = {
  appeal: Pick<Appeal, "stoppedAt" | "organisation">;
  /** Whether its deadline has passed. */
  late: boolean;
  /** Whether letters are written in their name; else they are only counted. */
  writes: boolean;
};

/** What a signer must know of an appeal that was stopped, or whose deadline has passed; nothing while they may go on. */
export function OwnWarning({ appeal: { stoppedAt, organisation }, late, writes }: OwnWarningProps) {
  const t = useTranslations("site.mine");
  const appeal = useTranslations("site.appeal");
  if (stoppedAt) {
    return (
      <section className="border-s-4 border-brick bg-sheet px-4 py-3">
        <h2 className="font-semibold">{writes ? t("stoppedTitle") : appeal("stoppedTitle")}</h2>
        <p>{t(writes ? "stoppedText" : "stoppedCounted")}</p>
      </section>
    );
  }
  if (!late || !writes) return null;
  return (
    <section className="border-s-4 border-amber bg-sheet px-4 py-3">
      <h2 className="font-semibold">{t("overdueTitle")}</h2>
      <p>{t("overdueText", { organisation: organisation.name })}</p>
      <Ask contact={organisation.senderAddress} />
    </section>
  );
}
