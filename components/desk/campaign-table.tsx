import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DeskCampaign } from "@/lib/campaigns/desk-queries";
import type { TallyState } from "@/lib/generated/prisma/enums";
import { CampaignLine } from "./campaign-line";
import { letterListHref } from "@/lib/letters/schema";
import { Count } from "./count";
import { Head, Table } from "./table";

const people = ["signed", "confirmed"] as const satisfies TallyState[];
const letters = ["queued", "accepted", "captured", "with_signer", "self_reported", "failed"] as const satisfies TallyState[];
const columns = [...people, ...letters];

/** Every campaign in one line: what it is, and how far its letters got. */
export function CampaignTable({ campaigns }: { campaigns: DeskCampaign[] }) {
  const t = useTranslations("desk");
  return (
    <Table
      fold
      caption={t("campaigns.caption")}
      head={
        <>
          <Head>{t("campaigns.campaign")}</Head>
          {columns.map((state) => (
            <Head key={state} number className="w-[5.25rem]">
              {t(`tallies.${state}`)}
            </Head>
          ))}
        </>
      }
    >
      {campaigns.map((campaign) => (
        <CampaignRow key={campaign.id} campaign={campaign} />
      ))}
    </Table>
  );
}

function CampaignRow({ campaign }: { campaign: DeskCampaign }) {
  const t = useTranslations("desk.tallies");
  const href = `/desk/campaigns/${campaign.id}`;
  const behind = (state: TallyState) => (people.includes(state as never) ? undefined : letterListHref(href, { state }));
  return (
    <tr className="border-b border-line max-md:grid max-md:grid-cols-3 max-md:gap-x-4 max-md:gap-y-2 max-md:py-4">
      <th scope="row" className="py-3.5 pe-6 text-start font-normal max-md:col-span-3 max-md:p-0">
        <Link href={href} className="font-serif text-[1.0625rem] leading-6 hover:text-blue hover:underline">
          {campaign.title}
        </Link>
        <CampaignLine campaign={campaign} />
      </th>
      {columns.map((state) => (
        <td key={state} className="px-3 py-3.5 text-end align-top leading-6 last:pe-0 max-md:p-0 max-md:text-start">
          <span aria-hidden="true" className="block text-xs leading-5 text-muted md:hidden">
            {t(state)}
          </span>
          <Count value={campaign.totals[state]} href={behind(state)} />
        </td>
      ))}
    </tr>
  );
}
