import Link from "next/link";
import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/desk/action-form";
import { ActButton } from "@/components/desk/act-button";
import { Empty } from "@/components/desk/empty";
import { State } from "@/components/desk/state";
import { FoldedRow, Head, RowHead, Table } from "@/components/desk/table";
import type { Counts } from "@/lib/delivery/lines";
import type { CampaignDelivery } from "@/lib/delivery/queries";
import { type Station, stations } from "@/lib/delivery/schema";
import { FigureCells } from "./figure-cells";
import { Progress } from "./progress";

const folded = "max-xl:grid max-xl:grid-cols-[repeat(auto-fill,minmax(6rem,1fr))] max-xl:gap-x-4 max-xl:gap-y-2";

/** The letters of all campaigns; of those that are not done also by recipient. */
export function DeliveryTable({ campaigns }: { campaigns: CampaignDelivery[] }) {
  const t = useTranslations("desk");
  const columns = columnsOf(campaigns.map(({ counts }) => counts));
  if (campaigns.length === 0) {
    return (
      <Empty title={t("delivery.emptyTitle")}>
        <p>{t("delivery.empty")}</p>
        <Link href="/desk/campaigns" className="link">
          {t("delivery.toCampaigns")}
        </Link>
      </Empty>
    );
  }
  return (
    <Table caption={t("delivery.caption")} head={<Heads first={t("delivery.campaign")} columns={columns} />}>
      {campaigns.flatMap((campaign) => [
        <CampaignRow key={campaign.id} {...{ campaign, columns }} />,
        ...(isOpen(campaign.counts) ? campaign.lines : []).map((line) => (
          <FoldedRow key={`${campaign.id} ${line.recipientId}`} className={`${folded} text-muted max-xl:ps-4`}>
            <RowHead className="max-xl:col-span-full xl:ps-5!">
              {line.name} · <LaneName lane={line.lane} />
            </RowHead>
            <FigureCells
              of={line}
              {...{ columns }}
              href={`/desk/campaigns/${campaign.id}`}
              recipient={line.recipientId}
            />
          </FoldedRow>
        )),
      ])}
    </Table>
  );
}

function CampaignRow({ campaign, columns }: { campaign: CampaignDelivery; columns: Station[] }) {
  const t = useTranslations("desk.campaignStates");
  const { id, title, state } = campaign;
  return (
    <FoldedRow className={folded}>
      <RowHead className="pe-6 max-xl:col-span-full">
        <Link
          href={`/desk/campaigns/${id}/delivery`}
          className="font-serif text-[1.0625rem] leading-6 wrap-anywhere hover:text-blue hover:underline"
        >
          {title}
        </Link>
        <span className="block text-xs leading-5 text-muted">
          <State of={state}>{t(state)}</State>
        </span>
        <Progress counts={campaign.counts} />
      </RowHead>
      <FigureCells of={campaign} {...{ columns }} href={`/desk/campaigns/${id}`} />
    </FoldedRow>
  );
}

type RecipientsTableProps = { campaign: CampaignDelivery; href: string; retry?: FormAction | undefined };

/** The letters of one campaign by recipient, with the lane they go by. */
export function RecipientsTable({ campaign, href, retry }: RecipientsTableProps) {
  const t = useTranslations("desk.delivery");
  const { lines } = campaign;
  if (lines.length === 0) return <Empty title={t("emptyTitle")}>{t("emptyCampaign")}</Empty>;
  const columns = columnsOf([campaign.counts]);
  return (
    <>
      <Progress counts={campaign.counts} />
      <Table caption={t("captionOfOne")} head={<Heads first={t("recipient")} columns={columns} />}>
        {lines.map((line) => (
          <FoldedRow key={line.recipientId} className={folded}>
            <RowHead className="pe-6 wrap-anywhere max-xl:col-span-full">
              {line.name}
              <span className="block text-xs leading-5 text-muted">
                <LaneName lane={line.lane} />
              </span>
              <Retries campaign={campaign.id} {...{ line, retry }} />
            </RowHead>
            <FigureCells of={line} {...{ columns, href }} recipient={line.recipientId} />
          </FoldedRow>
        ))}
        {lines.length > 1 && (
          <FoldedRow className={`${folded} font-semibold`}>
            <RowHead className="font-semibold max-xl:col-span-full">{t("everyone")}</RowHead>
            <FigureCells of={campaign} {...{ columns, href }} />
          </FoldedRow>
        )}
      </Table>
    </>
  );
}

type RetriesProps = { campaign: string; line: CampaignDelivery["lines"][number]; retry: FormAction | undefined };

/** The ways to let letters leave now, or again. */
function Retries({ campaign, line, retry }: RetriesProps) {
  const t = useTranslations("desk.delivery.acts");
  const { counts, name, recipientId: recipient, stopped } = line;
  if (!retry || stopped) return null;
  const offered = [
    { which: "waiting", word: "now", label: "nowLabel", when: counts.waiting > 0 },
    { which: "failed", word: "again", label: "againLabel", when: counts.failed > 0 },
    { which: "bounced", word: "back", label: "backLabel", when: counts.bounced > 0 },
    { which: "quarantined", word: "make", label: "makeLabel", when: counts.quarantined > 0 },
  ] as const;
  return (
    <span className="flex flex-wrap gap-x-4 print:hidden">
      {offered
        .filter(({ when }) => when)
        .map(({ which, word, label }) => (
          <ActButton
            key={which}
            action={retry}
            fields={{ campaign, recipient, which }}
            label={t(label, { name })}
            pending={t("sending")}
            done={t(which === "waiting" ? "done" : "doneOrWaiting")}
          >
            {t(word)}
          </ActButton>
        ))}
    </span>
  );
}

function LaneName({ lane }: { lane: string | null }) {
  const t = useTranslations("desk.delivery");
  return lane === null ? (
    <span className="text-brick">{t("noLane")}</span>
  ) : (
    <bdi className="wrap-anywhere">{lane}</bdi>
  );
}

function Heads({ first, columns }: { first: string; columns: Station[] }) {
  const t = useTranslations("desk.delivery");
  return (
    <>
      <Head className="xl:w-[26%]">{first}</Head>
      {columns.map((station) => (
        <Head key={station} number>
          {t(`stations.${station}`)}
        </Head>
      ))}
      <Head number>{t("pace")}</Head>
      <Head number>{t("finish")}</Head>
    </>
  );
}

const rare: Station[] = ["quarantined", "captured"];

function columnsOf(all: Counts[]): Station[] {
  return stations.filter((station) => !rare.includes(station) || all.some((counts) => counts[station] > 0));
}

/** Whether anything is left to be done about letters. */
function isOpen({ waiting, leaving, bounced, failed, unknown, held, quarantined }: Counts): boolean {
  return waiting + leaving + bounced + failed + unknown + held + quarantined > 0;
}
