"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { LinkPending } from "./link-pending";

export const campaignTabs = [
  "overview",
  "page",
  "letter",
  "recipients",
  "settings",
  "life",
  "signatures",
  "delivery",
] as const;
export type CampaignTab = (typeof campaignTabs)[number];

/** The rooms of one campaign, all in view: on a phone they take a second line. Which of them a member may enter is said by `tabs`. */
export function CampaignTabs({ id, tabs }: { id: string; tabs: readonly CampaignTab[] }) {
  const t = useTranslations("desk.campaignTabs");
  const path = usePathname();
  const base = `/desk/campaigns/${id}`;
  return (
    <nav aria-label={t("label")} className="mt-5 flex flex-wrap gap-x-6 border-b border-line print:hidden">
      {tabs.map((tab) => {
        const href = tab === "overview" ? base : `${base}/${tab}`;
        const here = tab === "overview" ? path === base : path === href || path.startsWith(`${href}/`);
        return (
          <Link
            key={tab}
            href={href}
            aria-current={here ? "page" : undefined}
            className="-mb-px flex min-h-11 items-center border-b-2 border-transparent whitespace-nowrap text-muted hover:text-blue aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
          >
            <span className="relative">
              {t(tab)}
              <LinkPending />
            </span>
          </Link>
        );
      })}
    </nav>
  );
}
