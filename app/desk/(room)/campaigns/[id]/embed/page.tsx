import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { allowed } from "@/app/desk/allowed";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { EmbedSheet } from "@/components/desk/embed-sheet";
import { HostsForm } from "@/components/desk/hosts-form";
import { PageHead } from "@/components/desk/page-head";
import { PartnerTable } from "@/components/desk/partner-table";
import { Section } from "@/components/desk/section";
import { Notice } from "@/components/ui/notice";
import { mayDo } from "@/lib/accounts/access";
import { embedAddress, embedCode } from "@/lib/embeds/code";
import { getEmbed, listPartnerTotals } from "@/lib/embeds/queries";
import { embedChoiceSchema } from "@/lib/embeds/schema";
import { env } from "@/lib/env";
import { locales } from "@/lib/locales";
import { saveHostsAction } from "./actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

/** In pixels, where the frame cannot be fitted to what is in it. */
const height = 900;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.embed");
  return { title: t("title") };
}

export default async function EmbedRoom({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, campaign } = await loadCampaign(id, "embed", searchParams);
  const embed = await allowed(getEmbed(actor, id));
  const partners = await listPartnerTotals(actor, id);
  const choice = embedChoiceSchema.parse(await searchParams);
  const { origin } = new URL(env().APP_URL);
  const address = embedAddress(origin, embed.slug, choice);
  const t = await getTranslations("desk.embed");
  return (
    <>
      <PageHead title={t("title")} back={{ href: campaignPath(id), label: campaign.title }} lead={t("lead")} />
      <div className="space-y-12">
        {!embed.isPublic && (
          <Notice kind="paused" title={t("closedTitle")}>
            {t("closed")}
          </Notice>
        )}
        <Section id="sites" title={t("hostsTitle")}>
          <HostsForm
            action={mayDo(actor, "campaigns.edit") ? saveHostsAction.bind(null, id) : undefined}
            campaign={id}
            hosts={embed.hosts}
            seen={embed.seen}
          />
        </Section>
        <Section id="frame-code" title={t("codeTitle")}>
          <EmbedSheet
            choice={choice}
            languages={locales}
            address={address}
            code={embedCode({ origin, address, title: campaign.request, height })}
          />
        </Section>
        <Section id="by-partner" title={t("partnersTitle")}>
          <PartnerTable partners={partners} />
        </Section>
      </div>
    </>
  );
}
