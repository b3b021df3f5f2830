"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { StepState } from "@/lib/campaigns/steps";
import { type CampaignTab, stepRooms } from "./campaign-rooms";
import { LinkPending } from "./link-pending";

type CampaignTabsProps = {
  id: string;
  /** Those a member may enter. */
  tabs: readonly CampaignTab[];
  /** While it is written: its steps, which are numbered then and say how far they are. */
  steps: StepState[] | null;
};

type Shown = { room: CampaignTab | "consent" | "publish"; step?: StepState; at?: number };

/** The rooms of one campaign, all in view: on a phone they take further lines. */
export function CampaignTabs({ id, tabs, steps }: CampaignTabsProps) {
  const t = useTranslations("desk.campaignTabs");
  const path = usePathname();
  const base = `/desk/campaigns/${id}`;
  return (
    <nav aria-label={t("label")} className="mt-5 flex flex-wrap gap-x-6 border-b border-line print:hidden">
      {shownTabs(tabs, steps).map(({ room, step, at }) => {
        const href = room === "overview" ? base : `${base}/${room}`;
        const here = room === "overview" ? path === base : path === href || path.startsWith(`${href}/`);
        return (
          <Link
            key={room}
            href={href}
            aria-current={here ? "page" : undefined}
            aria-describedby={step && `step-${step.step}`}
            className="-mb-px flex min-h-11 items-center border-b-2 border-transparent py-1.5 whitespace-nowrap text-muted hover:text-blue aria-[current]:border-ink aria-[current]:text-ink [&[aria-current]_.name]:font-semibold"
          >
            <span className="relative">
              {step && (
                <span aria-hidden="true" className="me-1.5 text-xs tabular-nums">
                  {at}
                </span>
              )}
              <span className="name">{t(room)}</span>
              {step && <Far {...step} />}
              <LinkPending />
            </span>
          </Link>
        );
      })}
    </nav>
  );
}

/** The steps stand together in their order, behind the overview. */
function shownTabs(tabs: readonly CampaignTab[], steps: StepState[] | null): Shown[] {
  const numbered = (steps ?? []).map((step, index): Shown => ({ room: stepRooms[step.step], step, at: index + 1 }));
  const others = tabs.filter((tab) => !numbered.some(({ room }) => room === tab)).map((room): Shown => ({ room }));
  return [...others.slice(0, 1), ...numbered, ...others.slice(1)];
}

/** How far a step is: its description, so that the link is called by its room alone. */
function Far({ step, missing, better }: StepState) {
  const t = useTranslations("desk.steps");
  const tone = missing > 0 ? "text-brick" : better > 0 ? "text-amber" : "text-moss";
  return (
    <span id={`step-${step}`} aria-hidden="true" className={`block text-xs leading-4 ${tone}`}>
      {missing > 0 ? t("missing", { count: missing }) : better > 0 ? t("better", { count: better }) : `✓ ${t("done")}`}
    </span>
  );
}
