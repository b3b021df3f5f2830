import { useTranslations } from "next-intl";
import { formatMoment, formatNumber } from "@/components/desk/formats";
import type { CampaignShare, LettersOverview } from "@/lib/overview/get-letters-overview";
import { type LetterQuery, letterListHref } from "@/lib/letters/schema";
import { Need } from "./need";
import { Shares } from "./shares";

/** What keeps letters back as a whole: nothing is more urgent. */
export function StandstillNeeds({ letters: { relay, pauses } }: { letters: LettersOverview }) {
  const t = useTranslations("desk.overview");
  return (
    <>
      {relay && <Need href="/desk/delivery" grave text={t("relay", { time: formatMoment(new Date(relay.since)) })} />}
      {pauses > 0 && <Need count={pauses} href="/desk/delivery#pauses" grave text={t("pauses", { count: pauses })} />}
    </>
  );
}

/** Letters that are held, by their reason, and letters that went wrong. */
export function LetterNeeds({ letters: { held, troubles } }: { letters: LettersOverview }) {
  const t = useTranslations("desk.overview");
  const reasons = useTranslations("desk.delivery.reasons");
  return (
    <>
      {troubles.map(({ state, shares }) => (
        <LetterNeed
          key={state}
          shares={shares}
          query={{ state }}
          text={(count) => t(`troubles.${state}`, { count })}
          grave
        />
      ))}
      {held.map(({ reason, shares }) => (
        <LetterNeed
          key={reason}
          shares={shares}
          query={{ state: "held", reason }}
          text={(count) => t("held", { count, reason: reasons(reason) })}
        />
      ))}
    </>
  );
}

type LetterNeedProps = {
  shares: CampaignShare[];
  query: LetterQuery;
  text: (count: number) => string;
  grave?: boolean;
};

function LetterNeed({ shares, query, text, grave }: LetterNeedProps) {
  const t = useTranslations("desk.overview");
  const count = shares.reduce((sum, share) => sum + share.count, 0);
  const open = shares.some(({ atLeast }) => atLeast);
  const listOf = (campaignId: string) => letterListHref(`/desk/campaigns/${campaignId}`, query);
  const [only, ...others] = shares;
  const href = only && others.length === 0 ? listOf(only.campaignId) : "/desk/delivery";
  return (
    <Need
      count={count}
      shown={open ? t("atLeast", { count: formatNumber(count) }) : undefined}
      href={href}
      grave={grave}
      text={text(count)}
    >
      <Shares shares={shares} href={listOf} />
    </Need>
  );
}
