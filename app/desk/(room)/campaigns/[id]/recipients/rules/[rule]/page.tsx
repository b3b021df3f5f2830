import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { allowed } from "@/app/desk/allowed";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { findChoicesAction, saveRuleAction } from "@/app/desk/(room)/campaigns/[id]/recipients/rules/actions";
import { Editing } from "@/app/desk/(room)/campaigns/[id]/editing/room";
import { PageHead } from "@/components/desk/page-head";
import { RuleForm } from "@/components/desk/rule-form";
import { listCountries } from "@/lib/format";
import { getRouting, listRuleChoices } from "@/lib/routing/queries";
import { ruleMark } from "@/lib/routing/rule-shape";
import { ruleFields } from "@/lib/routing/schema";

type Props = { params: Promise<{ id: string; rule: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.routing");
  return { title: t("title") };
}

export default async function RulePage({ params }: Props) {
  const { id, rule: ruleId } = await params;
  const { actor } = await loadCampaign(id, `recipients/rules/${encodeURIComponent(ruleId)}`);
  const { rules } = await allowed(getRouting(actor, id));
  const rule = rules.find((one) => one.id === ruleId) ?? notFound();
  const named = [...rule.recipients, ...(rule.fallback ? [rule.fallback] : [])];
  const choices = await allowed(listRuleChoices(actor, id, { named }));
  const path = campaignPath(id, "recipients/rules");
  const t = await getTranslations("desk.rule");
  return (
    <>
      <PageHead title={t("title", { number: rules.indexOf(rule) + 1 })} back={{ href: path, label: t("back") }} />
      <Editing actor={actor} id={id}>
        <RuleForm
          kind={rule.kind}
          choices={choices}
          find={findChoicesAction.bind(null, id)}
          countries={listCountries("en")}
          action={saveRuleAction.bind(null, { campaignId: id, ruleId })}
          initial={ruleFields(rule)}
          seen={ruleMark(rule)}
          keep={`rule:${ruleId}`}
          back={path}
        />
      </Editing>
    </>
  );
}
