import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { CampaignFacts } from "@/components/desk/campaign-facts";
import { CampaignHead } from "@/components/desk/campaign-head";
import { CampaignLetters } from "@/components/desk/campaign-letters";
import { CampaignTotals } from "@/components/desk/campaign-totals";
import { RecipientTable } from "@/components/desk/recipient-table";
import { mayDo } from "@/lib/accounts/access";
import { getCampaign } from "@/lib/campaigns/desk-queries";
import { listLetters } from "@/lib/letters/queries";
import { letterQuerySchema } from "@/lib/letters/schema";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

const path = (id: string) => `/desk/campaigns/${encodeURIComponent(id)}`;
const loadCampaign = cache(async (id: string) => allowed(getCampaign(await requireActor(path(id)), id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadCampaign((await params).id)).title };
}

export default async function CampaignPage({ params, searchParams }: Props) {
  const { id } = await params;
  const campaign = await loadCampaign(id);
  const actor = await requireActor(path(id));
  const query = letterQuerySchema.parse(await searchParams);
  const page = mayDo(actor.role, "letters.read") ? await listLetters(actor, id, { ...query, limit: 50 }) : null;
  const t = await getTranslations("desk.recipients");
  return (
    <>
      <CampaignHead campaign={campaign} />
      <div className="space-y-10">
        <CampaignFacts campaign={campaign} />
        <CampaignTotals totals={campaign.totals} href={path(id)} />
        <section aria-labelledby="recipients">
          <h2 id="recipients" className="mb-1 font-serif text-lg">
            {t("title")}
          </h2>
          <RecipientTable recipients={campaign.recipients} href={path(id)} />
        </section>
        <CampaignLetters campaign={campaign} page={page} query={query} href={path(id)} />
      </div>
    </>
  );
}
