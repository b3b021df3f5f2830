import { useTranslations } from "next-intl";
import type { CampaignState } from "@/lib/generated/prisma/enums";
import type { FormAction } from "./action-form";
import { PressForm } from "./press-form";

/** What a member may do with a campaign as a whole, in the order it is offered. */
export const steering = ["pause", "resume", "close", "reopen", "archive", "restore", "duplicate"] as const;
export type Steering = (typeof steering)[number];

type CampaignActsProps = { state: CampaignState; actions: Partial<Record<Steering, FormAction>> };

/** The acts that are possible now, each with what it will do. None asks "are you sure": each can be taken back. */
export function CampaignActs({ state, actions }: CampaignActsProps) {
  const t = useTranslations("desk.campaignActs");
  const offered = steering.flatMap((act) => {
    const action = actions[act];
    return action ? [{ act, action }] : [];
  });
  if (offered.length === 0) return null;
  return (
    <section aria-labelledby="steer">
      <h2 id="steer" className="mb-3 font-serif text-lg">
        {t("title")}
      </h2>
      <ul className="grid gap-x-10 gap-y-4 lg:grid-cols-2">
        {offered.map(({ act, action }) => (
          <li key={act}>
            <PressForm
              action={action}
              submit={t(act)}
              pending={t("pending")}
              aside={
                <p className="min-w-[min(12rem,100%)] flex-1 text-muted">
                  {t(`hints.${act === "close" && state === "paused" ? "closePaused" : act}`)}
                </p>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
