import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Editing } from "@/app/desk/(room)/campaigns/[id]/editing/room";
import { allowed } from "@/app/desk/allowed";
import { Steps, StepsFoot } from "@/app/desk/(room)/campaigns/[id]/steps";
import { CampaignHead } from "@/components/desk/campaign-head";
import { Findings } from "@/components/desk/findings";
import { languageName } from "@/components/desk/language-name";
import { SettingsForm } from "@/components/desk/settings-form";
import { getReadiness } from "@/lib/campaigns/readiness";
import { disclosureTicks } from "@/lib/campaigns/schema";
import { type CampaignSettings, getSettings } from "@/lib/campaigns/settings";
import { stepOf } from "@/lib/campaigns/steps";
import { env } from "@/lib/env";
import { clockIn, countryName, listZones } from "@/lib/format";
import { loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { disclosures } from "@/lib/signatures/schema";
import { autosaveSettingsAction, saveSettingsAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.campaignSettings");
  return { title: t("title") };
}

export default async function SettingsPage({ params }: Props) {
  const { id } = await params;
  const { actor, campaign, tabs } = await loadCampaign(id, "settings");
  const settings = await allowed(getSettings(actor, id));
  const findings = campaign.steps ? await allowed(getReadiness(actor, id)) : [];
  const missing = findings.filter(
    (one) => stepOf(one) === "case" && (!campaign.publishedAt || one.code !== "deadline-past"),
  );
  const { country } = settings.case;
  const zones = listZones(country);
  const { slug, slugOpen, publishedAt, languages, others, seen } = settings;
  return (
    <>
      <CampaignHead campaign={campaign} tabs={tabs} />
      <Steps campaign={campaign} here="case" />
      {missing.length > 0 && (
        <div className="mb-8 max-w-[38rem]">
          <Findings findings={missing} campaignId={id} caseId={campaign.caseId} />
        </div>
      )}
      <Editing actor={actor} id={id}>
        <SettingsForm
          action={saveSettingsAction.bind(null, id)}
          autosave={publishedAt ? undefined : autosaveSettingsAction.bind(null, id)}
          settings={{ id, slug, slugOpen, publishedAt, others, seen, languages: languages.map(named) }}
          initial={initialOf(settings, zones.near[0] ?? "UTC")}
          prefix={`${env().APP_URL}/${settings.defaultLanguage}/appeals/`}
          zones={{ ...zones, country: countryName(country, "en") }}
          now={new Date()}
        />
      </Editing>
      <StepsFoot campaign={campaign} here="case" />
    </>
  );
}

function named(code: string) {
  return { code, name: languageName(code) };
}

function allows(settings: CampaignSettings, at: number): boolean {
  return settings.disclosures.some((one) => one === disclosures[at]);
}

function initialOf(settings: CampaignSettings, zone: string): Record<string, string> {
  const { slug, kind, followsId, distribution, defaultLanguage, goal, deadlineAt } = settings;
  const { distributionPermittedBy, distributionPermittedAt } = settings;
  const deadlineZone = settings.deadlineZone ?? zone;
  const clock = deadlineAt && clockIn(deadlineZone, deadlineAt);
  return {
    slug,
    kind,
    followsId: followsId ?? "",
    distribution: distribution ?? "",
    permittedBy: distributionPermittedBy ?? "",
    permittedOn: distributionPermittedAt?.toISOString().slice(0, 10) ?? "",
    defaultLanguage,
    deadlineDate: clock?.date ?? "",
    deadlineTime: clock?.time ?? "",
    deadlineZone,
    goal: goal === null ? "" : String(goal),
    drip: settings.drip ? "yes" : "",
    officeHours: settings.officeHours ? "yes" : "",
    whenAmbiguous: settings.whenAmbiguous,
    writing: settings.writing,
    sensitive: settings.sensitive ? "yes" : "",
    ...Object.fromEntries(disclosureTicks.map((tick, at) => [tick, allows(settings, at) ? "yes" : ""])),
    prefersOwnClient: settings.prefersOwnClient ? "yes" : "",
  };
}
