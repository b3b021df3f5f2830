import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DeskCampaign } from "@/lib/campaigns/desk-queries";
import type { TallyState } from "@/lib/generated/prisma/enums";
import { letterListHref } from "@/lib/letters/schema";
import { CampaignLine } from "./campaign-line";
import { Count } from "./count";
import { Cell, FoldedLabel, FoldedRow, Head, RowHead, Table } from "./table";
import { peopleListHref } from "./tallies";

const persons: TallyState[] = ["signed", "confirmed"];
const letters: TallyState[] = ["accepted", "self_reported", "queued", "with_signer", "captured", "failed"];

/**
 * Every campaign in one line: what it is, and how far its letters got.
 * @param signatures whether the reader's role may see lists of signatures
 */
export function CampaignTable({ campaigns, signatures }: { campaigns: DeskCampaign[]; signatures: boolean }) {
  const t = useTranslations("desk");
  return (
    <Table
      caption={t("campaigns.caption")}
      head={
        <>
          <Head>{t("campaigns.campaign")}</Head>
          {[...persons, ...letters].map((state) => (
            <Head key={state} number className="w-20">
              {t(`tallies.${state}`)}
            </Head>
          ))}
        </>
      }
    >
      {campaigns.map((campaign) => (
        <CampaignRow key={campaign.id} campaign={campaign} signatures={signatures} />
      ))}
    </Table>
  );
}

function CampaignRow({ campaign, signatures }: { campaign: DeskCampaign; signatures: boolean }) {
  const t = useTranslations("desk.tallies");
  const href = `/desk/campaigns/${campaign.id}`;
  const people = signatures ? `${href}/signatures` : undefined;
  return (
    <FoldedRow className="max-xl:grid max-xl:grid-cols-[repeat(auto-fill,minmax(6rem,1fr))] max-xl:gap-x-4 max-xl:gap-y-2">
      <RowHead className="py-3.5 pe-6 max-xl:col-span-full">
        <Link
          href={href}
          className="font-serif text-[1.0625rem] leading-6 wrap-anywhere hover:text-blue hover:underline"
        >
          {campaign.title}
        </Link>
        <CampaignLine campaign={campaign} />
      </RowHead>
      {[...persons, ...letters].map((state) => (
        <Cell key={state} number className="py-3.5">
          <FoldedLabel>{t(state)}</FoldedLabel>
          <Count
            value={campaign.totals[state]}
            href={letters.includes(state) ? letterListHref(href, { state }) : people && peopleListHref(people, state)}
          />
        </Cell>
      ))}
    </FoldedRow>
  );
}
