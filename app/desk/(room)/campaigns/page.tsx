import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { searchAction } from "@/app/desk/(room)/search/actions";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { withQuery } from "@/lib/accounts/return-path";
import { CampaignFilter } from "@/components/desk/campaign-filter";
import { CampaignTable } from "@/components/desk/campaign-table";
import { Empty } from "@/components/desk/empty";
import { LinkButton } from "@/components/desk/link-button";
import { PageHead } from "@/components/desk/page-head";
import { Pager } from "@/components/desk/pager";
import { SearchForm } from "@/components/search/search-form";
import { mayDo } from "@/lib/accounts/access";
import { countCampaigns, listCampaigns } from "@/lib/campaigns/desk-queries";
import { campaignListHref, campaignQuerySchema } from "@/lib/campaigns/schema";

type Props = { searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.campaigns");
  return { title: t("title") };
}

const onPage = 50;

export default async function CampaignsPage({ searchParams }: Props) {
  const actor = await requireActor(withQuery("/desk/campaigns", await searchParams));
  const query = campaignQuerySchema.parse(await searchParams);
  const [page, counts] = await Promise.all([
    allowed(listCampaigns(actor, { ...query, limit: onPage })),
    allowed(countCampaigns(actor)),
  ]);
  const t = await getTranslations("desk");
  const begin = mayDo(actor, "campaigns.edit") && (
    <div className="flex flex-wrap gap-3">
      {mayDo(actor, "received.open") && <LinkButton href="/desk/campaigns/paste">{t("importing.title")}</LinkButton>}
      <LinkButton href="/desk/campaigns/new" look="main">
        {t("newCampaign.title")}
      </LinkButton>
    </div>
  );
  if (Object.keys(counts).length === 0) {
    return (
      <>
        <PageHead title={t("campaigns.title")} />
        <Empty title={t("campaigns.emptyTitle")}>
          <p className="mb-4">{t("campaigns.empty")}</p>
          {begin}
        </Empty>
      </>
    );
  }
  return (
    <>
      <PageHead title={t("campaigns.title")} action={begin}>
        <div className="mt-5">
          <SearchForm action={searchAction} label={t("search.campaigns")} kind="campaign" />
        </div>
      </PageHead>
      <CampaignFilter counts={counts} query={query} />
      {page.campaigns.length === 0 && <p className="py-8 text-muted">{t("campaignFilter.none")}</p>}
      {page.campaigns.length > 0 && (
        <CampaignTable campaigns={page.campaigns} signatures={mayDo(actor, "signatures.read")} />
      )}
      <Pager
        label={t("listPages.campaigns")}
        newest={
          query.before
            ? { href: campaignListHref({ ...query, before: undefined }), label: t("listPages.newest") }
            : null
        }
        older={
          page.next
            ? { href: campaignListHref({ ...query, before: page.next }), label: t("listPages.olderCampaigns") }
            : null
        }
      />
      <p className="mt-4 max-w-[62ch] text-xs leading-5 text-muted">{t("campaigns.note")}</p>
    </>
  );
}
