import { useTranslations } from "next-intl";
import type { CampaignState } from "@/lib/generated/prisma/enums";
import type { FormAction } from "./action-form";
import { LinkButton } from "./link-button";
import { PressForm } from "./press-form";

/** What a member may do with a campaign as a whole, in the order it is offered. */
export const steering = ["pause", "resume", "close", "reopen", "archive", "restore", "duplicate"] as const;
export type Steering = (typeof steering)[number];

type CampaignActsProps = {
  state: CampaignState;
  actions: Partial<Record<Steering, FormAction>>;
  /** Where it is stopped; missing for who may not, and where it cannot be. */
  stop: string | undefined;
  /** Whether something is missing that keeps it from being opened again. */
  blocked: boolean;
};

/** The acts that are possible now, each with what it will do. None asks "are you sure": each can be taken back, and STOP has a page of its own. */
export function CampaignActs({ state, actions, stop, blocked }: CampaignActsProps) {
  const t = useTranslations("desk.campaignActs");
  const offered = steering.flatMap((act) => {
    const action = actions[act];
    return action ? [{ act, action }] : [];
  });
  if (offered.length === 0 && !stop) return null;
  return (
    <section aria-labelledby="steer">
      <h2 id="steer" className="mb-3 font-serif text-lg">
        {t("title")}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {offered.map(({ act, action }) => (
          <li key={act} className="py-3 max-sm:[&_button]:w-full sm:[&_button]:min-w-40">
            {blocked && (act === "resume" || act === "reopen") ? (
              <Blocked act={act} />
            ) : (
              <PressForm
                action={action}
                submit={t(act)}
                pending={t("pending")}
                aside={
                  <p className="max-w-[62ch] min-w-[min(16rem,100%)] flex-1 text-muted">
                    {t(`hints.${act === "close" && state === "paused" ? "closePaused" : act}`)}
                  </p>
                }
              />
            )}
          </li>
        ))}
        {stop && (
          <li className="flex flex-wrap items-center gap-x-5 gap-y-2 py-3">
            <LinkButton href={stop}>{t("stop")}</LinkButton>
            <p className="max-w-[62ch] min-w-[min(16rem,100%)] flex-1 text-muted">{t("hints.stop")}</p>
          </li>
        )}
      </ul>
    </section>
  );
}

/** An act that would be refused: what it waits for, instead of its button. */
function Blocked({ act }: { act: "resume" | "reopen" }) {
  const t = useTranslations("desk.campaignActs");
  return (
    <p className="flex flex-wrap gap-x-5">
      <span className="font-semibold text-muted sm:min-w-40 sm:text-center">{t(act)}</span>
      <span className="max-w-[62ch] min-w-[min(16rem,100%)] flex-1 text-muted">
        {t("blocked")}{" "}
        <a href="#findings" className="link">
          {t("toFindings")}
        </a>
      </span>
    </p>
  );
}
