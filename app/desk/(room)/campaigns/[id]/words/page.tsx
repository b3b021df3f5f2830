import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { allowed } from "@/app/desk/allowed";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { CampaignHead } from "@/components/desk/campaign-head";
import { Empty } from "@/components/desk/empty";
import { formatNumber } from "@/components/desk/formats";
import { WordsTable } from "@/components/letters/words-table";
import { listWords } from "@/lib/letters/list-words";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.words");
  return { title: t("title") };
}

export default async function WordsPage({ params }: Props) {
  const { id } = await params;
  const { actor, campaign, tabs } = await loadCampaign(id, "words");
  const { rows, all } = await allowed(listWords(actor, id));
  const t = await getTranslations("desk.words");
  return (
    <>
      <CampaignHead campaign={campaign} tabs={tabs} />
      <h2 className="font-serif text-xl">{t("title")}</h2>
      {rows.length === 0 ? (
        <div className="mt-5">
          <Empty title={t("emptyTitle")}>{t("empty")}</Empty>
        </div>
      ) : (
        <>
          <p className="mt-1 mb-5 max-w-[62ch] text-muted">{t("lead")}</p>
          <WordsTable rows={rows} path={campaignPath(id, "words")} />
          {all > rows.length && (
            <p className="mt-4 text-muted">
              {t("more", { count: formatNumber(all), shown: formatNumber(rows.length) })}
            </p>
          )}
        </>
      )}
    </>
  );
}
