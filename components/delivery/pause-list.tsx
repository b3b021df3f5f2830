import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/desk/action-form";
import { ActButton } from "@/components/desk/act-button";
import { formatMoment } from "@/components/desk/formats";
import type { OpenPause } from "@/lib/delivery/pauses";

type PauseListProps = {
  pauses: OpenPause[];
  resume: FormAction | undefined;
  /** Whether the campaign itself is paused, by the other kind of pause. */
  steered?: boolean;
};

/** What is paused, who paused it, when and why, and the way to end it. */
export function PauseList({ pauses, resume, steered = false }: PauseListProps) {
  const t = useTranslations("desk.delivery.pauses");
  if (pauses.length === 0 && !steered) return null;
  return (
    <section aria-labelledby="pauses" className="border-s-4 border-brick bg-sheet px-5 py-4">
      <h2 id="pauses" className="font-serif text-lg">
        {t("title")}
      </h2>
      <ul className="mt-1 space-y-4">
        {steered && <li>{t("steered")}</li>}
        {pauses.map((pause) => (
          <li key={pause.id}>
            <p className="font-semibold wrap-anywhere">
              {t(`scopes.${pause.scope}`, { subject: pause.subject ?? "—" })}
            </p>
            {pause.cause === "restored" ? <Restored /> : <Made pause={pause} />}
            {pause.mine && resume ? (
              <ActButton
                action={resume}
                fields={{ pause: pause.id }}
                pending={t(pause.cause === "restored" ? "marking" : "resuming")}
                done={t("resumed")}
              >
                {t(pause.cause === "restored" ? "resumeRestored" : "resume")}
              </ActButton>
            ) : (
              <p className="text-muted">{t("notYours")}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Made({ pause: { madeBy, since, reason } }: { pause: OpenPause }) {
  const t = useTranslations("desk.delivery.pauses");
  const when = { time: formatMoment(new Date(since)) };
  return (
    <p className="max-w-[62ch] text-muted wrap-anywhere">
      {madeBy ? t("by", { ...when, name: madeBy }) : t("byNobody", when)}{" "}
      {reason ? t("why", { reason }) : t("noReason")}
    </p>
  );
}

function Restored() {
  const t = useTranslations("desk.delivery.pauses");
  return (
    <div className="max-w-[62ch] text-muted">
      <p>{t("restored")}</p>
      <p>{t("restoredAct")}</p>
    </div>
  );
}
