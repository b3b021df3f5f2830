import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { Steps, StepsFoot } from "@/app/desk/(room)/campaigns/[id]/steps";
import { casePath } from "@/app/desk/(room)/cases/editable";
import { allowed } from "@/app/desk/allowed";
import { PersonList } from "@/components/cases/person-list";
import { CampaignHead } from "@/components/desk/campaign-head";
import { Findings } from "@/components/desk/findings";
import { LinkButton } from "@/components/desk/link-button";
import { Permission } from "@/components/desk/permission";
import { Section } from "@/components/desk/section";
import { mayDo } from "@/lib/accounts/access";
import { getReadiness } from "@/lib/campaigns/readiness";
import { getSettings } from "@/lib/campaigns/settings";
import { stepOf } from "@/lib/campaigns/steps";
import { getCaseOf } from "@/lib/cases/queries";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.consentStep");
  return { title: t("title") };
}

export default async function ConsentPage({ params }: Props) {
  const { id } = await params;
  const { actor, campaign, tabs } = await loadCampaign(id, "consent");
  if (!mayDo(actor, "campaigns.edit")) notFound();
  const settings = await allowed(getSettings(actor, id));
  const its = await allowed(getCaseOf(actor, id));
  const all = await allowed(getReadiness(actor, id));
  const findings = all.filter((one) => stepOf(one) === "consent");
  const unsaid = all.some(({ code }) => code === "distribution-missing" || code === "permission-missing");
  const t = await getTranslations("desk.consentStep");
  return (
    <>
      <CampaignHead campaign={campaign} tabs={tabs} />
      <Steps campaign={campaign} here="consent" />
      <div className="max-w-[46rem] space-y-10">
        <Findings
          findings={findings}
          campaignId={id}
          caseId={campaign.caseId}
          done={t(unsaid ? "allButPermission" : "all")}
        />
        <Section id="permission" title={t("permission")}>
          <Permission settings={settings} href={`${campaignPath(id, "settings")}#distribution`} />
        </Section>
        <Section
          id="persons"
          title={t("persons")}
          action={<LinkButton href={casePath(its.id)}>{t("toCase")}</LinkButton>}
        >
          <PersonList persons={its.persons} caseId={its.id} mayEdit={mayDo(actor, "cases.edit")} />
        </Section>
      </div>
      <StepsFoot campaign={campaign} here="consent" />
    </>
  );
}
