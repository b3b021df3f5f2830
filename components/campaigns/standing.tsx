import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { formatDeadline } from "@/lib/format";
import type { AppealView } from "@/lib/campaigns/view";
import { Ask } from "./ask";

/** Why nobody can write now, before anything else on the page; nothing while the appeal is open. */
export function Standing({ view, locale }: { view: AppealView; locale: string }) {
  const t = useTranslations("site.appeal");
  const { state, deadline, organisation, contact } = view;
  if (state === "live") return null;
  if (state === "stopped") return <Stopped view={view} />;
  if (state === "overdue" && deadline) {
    return (
      <Notice kind="overdue" title={t("overdueTitle")}>
        {t("overdueText", { ...formatDeadline(deadline, locale), organisation })}
        <Ask contact={contact} />
      </Notice>
    );
  }
  const word = state === "paused" ? "paused" : "closed";
  return (
    <Notice kind={word} title={t(`${word}Title`)}>
      {t(`${word}Text`)}
      {word === "closed" && <WhatHappened known={view.outcomes.length > 0} />}
    </Notice>
  );
}

/** Where it is told what came of a closed appeal, or that nobody knows. */
function WhatHappened({ known }: { known: boolean }) {
  const t = useTranslations("sharing.closed");
  return <p className="mt-1">{t(known ? "outcomes" : "unknown")}</p>;
}

/** Larger than every other notice, and never without its word. */
function Stopped({ view: { stopReason } }: { view: AppealView }) {
  const t = useTranslations("site.appeal");
  return (
    <aside aria-label={t("stoppedTitle")} className="border-2 border-brick bg-sheet px-5 py-4">
      <p className="font-serif text-2xl font-semibold text-brick">{t("stoppedTitle")}</p>
      <p className="mt-2">{t("stoppedText")}</p>
      {stopReason ? (
        <>
          <p className="mt-3 font-semibold">{t("stoppedReason")}</p>
          <p lang={stopReason.language} dir={stopReason.dir} className="whitespace-pre-line">
            {stopReason.text}
          </p>
        </>
      ) : (
        <p className="mt-3 text-muted">{t("stoppedPrivate")}</p>
      )}
    </aside>
  );
}
