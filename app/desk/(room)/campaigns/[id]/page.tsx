import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CampaignFacts } from "@/components/desk/campaign-facts";
import { CampaignHead } from "@/components/desk/campaign-head";
import { CampaignLetters } from "@/components/desk/campaign-letters";
import { CampaignTotals } from "@/components/desk/campaign-totals";
import { HeldLetters } from "@/components/desk/held-letters";
import { PassOnLinks } from "@/components/desk/pass-on-links";
import { RecipientTable } from "@/components/desk/recipient-table";
import { RevisionTable } from "@/components/desk/revision-table";
import { mayDo } from "@/lib/accounts/access";
import { publicDistributions } from "@/lib/campaigns/public";
import { getReadiness } from "@/lib/campaigns/readiness";
import { listRevisions } from "@/lib/campaigns/revisions";
import { countHeldLetters } from "@/lib/letters/held";
import { listLetters } from "@/lib/letters/queries";
import { letterQuerySchema } from "@/lib/letters/schema";
import { isLocale } from "@/lib/locales";
import { shortAddress } from "@/lib/sharing/address";
import { carriedChannels } from "@/lib/recipients/carried";
import { isShared } from "@/lib/sharing/is-shared";
import { releaseAction } from "./actions";
import { campaignPath, loadCampaign } from "./load";
import { Readiness } from "./readiness";
import { Steer } from "./steer";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return { title: (await loadCampaign((await params).id, "overview", searchParams)).campaign.title };
}

export default async function CampaignPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, campaign, tabs } = await loadCampaign(id, "overview", searchParams);
  const query = letterQuerySchema.parse(await searchParams);
  const page = mayDo(actor, "letters.read") ? await listLetters(actor, id, { ...query, limit: 50 }) : null;
  const held = campaign.totals.held > 0 ? await countHeldLetters(actor, id) : [];
  const release = mayDo(actor, "letters.release")
    ? (reason: string) => releaseAction.bind(null, id, reason)
    : undefined;
  const signatures = campaignPath(id, "signatures");
  const lacks = campaign.publishedAt
    ? (await getReadiness(actor, id, "published")).filter(({ weight }) => weight === "blocks")
    : [];
  const noConsent = lacks.some(({ code }) => code.endsWith("-consent-missing"));
  const open = isShared(campaign) && publicDistributions.some((one) => one === campaign.distribution);
  const languages = campaign.languages.filter(isLocale);
  const t = await getTranslations("desk.recipients");
  return (
    <>
      <CampaignHead
        campaign={campaign}
        tabs={tabs}
        forward={mayDo(actor, "campaigns.edit") ? campaignPath(id, "forward") : undefined}
        embed={campaignPath(id, "embed")}
      />
      <div className="space-y-10">
        <HeldLetters held={held} href={campaignPath(id)} release={release} blocked={noConsent} />
        <Readiness actor={actor} campaign={campaign} />
        <CampaignFacts campaign={campaign} />
        <Steer actor={actor} campaign={campaign} blocked={lacks.length > 0} />
        <CampaignTotals
          totals={campaign.totals}
          href={campaignPath(id)}
          signatures={mayDo(actor, "signatures.read") ? signatures : undefined}
        />
        <section aria-labelledby="recipients">
          <h2 id="recipients" className="mb-1 font-serif text-lg">
            {t("title")}
          </h2>
          <RecipientTable recipients={campaign.recipients} carried={carriedChannels()} href={campaignPath(id)} />
        </section>
        {open && languages.length > 0 && (
          <PassOnLinks slug={campaign.slug} address={shortAddress(campaign.slug)} languages={languages} />
        )}
        <RevisionTable
          revisions={await listRevisions(actor, id)}
          history={mayDo(actor, "texts.edit") ? campaignPath(id, "history") : undefined}
        />
        <CampaignLetters
          campaign={campaign}
          page={page}
          query={query}
          href={campaignPath(id)}
          signatures={mayDo(actor, "signatures.open") ? signatures : undefined}
        />
      </div>
    </>
  );
}
