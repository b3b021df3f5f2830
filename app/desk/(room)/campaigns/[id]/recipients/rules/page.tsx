import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { allowed } from "@/app/desk/allowed";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { Editing } from "@/app/desk/(room)/campaigns/[id]/editing/room";
import { CampaignHead } from "@/components/desk/campaign-head";
import { Empty } from "@/components/desk/empty";
import { languageName } from "@/components/desk/language-name";
import { LinkButton } from "@/components/desk/link-button";
import { RoutingHead } from "@/components/desk/routing-head";
import { RoutingTester } from "@/components/desk/routing-tester";
import { RuleOrder } from "@/components/desk/rule-order";
import { RuleWarnings } from "@/components/desk/rule-warnings";
import { countryName, listCountries } from "@/lib/format";
import { offeredLanguages } from "@/lib/letters/languages";
import { getRouting } from "@/lib/routing/queries";
import { testerSchema } from "@/lib/routing/schema";
import { testRouting } from "@/lib/routing/test-routing";
import { changeRulesAction } from "./actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.routing");
  return { title: t("title") };
}

export default async function RulesPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, campaign, tabs } = await loadCampaign(id, "recipients/rules", searchParams);
  const desk = await allowed(getRouting(actor, id));
  const asked = testerSchema.parse(await searchParams);
  const today = new Date().toISOString().slice(0, 10);
  const { country, language = campaign.defaultLanguage, date = today } = asked;
  const answer = country ? await allowed(testRouting(actor, id, { country, language, date })) : null;
  const path = campaignPath(id, "recipients");
  const t = await getTranslations("desk.routing");
  const codes = [...desk.rules, ...(desk.removed ? [desk.removed] : [])].flatMap(({ countries, represents }) => [
    ...countries,
    ...(represents ? [represents] : []),
  ]);
  const names = { ...desk.names, ...Object.fromEntries(codes.map((code) => [code, countryName(code, "en")])) };
  return (
    <>
      <CampaignHead campaign={campaign} tabs={tabs} />
      <Editing actor={actor} id={id}>
        <RoutingHead back={path} live={campaign.state === "live" || campaign.state === "paused"}>
          <LinkButton href={`${path}/rules/new`} look="main">
            {t("add")}
          </LinkButton>
        </RoutingHead>
        {desk.rules.length === 0 && <Empty>{t("none")}</Empty>}
        <RuleOrder {...desk} names={names} path={`${path}/rules`} action={changeRulesAction.bind(null, id)} />
      </Editing>
      <RuleWarnings
        warnings={desk.warnings}
        uncovered={desk.uncovered.countries.map((code) => countryName(code, "en"))}
        everywhere={desk.uncovered.everywhere}
      />
      <RoutingTester
        question={{ country: country ?? "", language, date }}
        countries={listCountries("en")}
        languages={[...new Set([language, ...offeredLanguages])].map((code) => ({ code, name: languageName(code) }))}
        answer={answer}
      />
    </>
  );
}
