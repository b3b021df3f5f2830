import type { Prisma } from "@/lib/generated/prisma/client";
import { inLanguage } from "./queries";

/** What a campaign's title is read from. */
export const titleShape = {
  defaultLanguage: true,
  case: { select: { title: true } },
  revisions: {
    orderBy: { number: "desc" },
    take: 1,
    select: { texts: { select: { language: true, title: true } } },
  },
} satisfies Prisma.CampaignSelect;

type Titled = Prisma.CampaignGetPayload<{ select: typeof titleShape }>;

/** What members call a campaign: the title of its newest revision in its own language, or that of its case. */
export function titleOf({ defaultLanguage, case: its, revisions: [revision] }: Titled): string {
  const texts = revision?.texts ?? [];
  return (texts.length > 0 && inLanguage(texts, defaultLanguage, "en").title) || its.title;
}
