import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { allowed } from "@/app/desk/allowed";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { addRuleAction, findChoicesAction } from "@/app/desk/(room)/campaigns/[id]/recipients/rules/actions";
import { Editing } from "@/app/desk/(room)/campaigns/[id]/editing/room";
import { PageHead } from "@/components/desk/page-head";
import { RuleForm } from "@/components/desk/rule-form";
import { RuleKinds } from "@/components/desk/rule-kinds";
import { listCountries } from "@/lib/format";
import { getRouting, listRuleChoices } from "@/lib/routing/queries";
import { ruleKinds } from "@/lib/routing/schema";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ kind?: unknown }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.rule");
  return { title: t("newTitle") };
}

export default async function NewRulePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await loadCampaign(id, "recipients/rules/new", searchParams);
  const { rules } = await allowed(getRouting(actor, id));
  const choices = await allowed(listRuleChoices(actor, id));
  const { kind: asked } = await searchParams;
  const kind = ruleKinds.find((one) => one === asked);
  const path = campaignPath(id, "recipients/rules");
  const t = await getTranslations("desk.rule");
  return (
    <>
      <PageHead title={t("newTitle")} back={{ href: path, label: t("back") }} />
      {kind ? (
        <Editing actor={actor} id={id}>
          <RuleForm
            kind={kind}
            choices={choices}
            find={findChoicesAction.bind(null, id)}
            countries={listCountries("en")}
            action={addRuleAction.bind(null, id)}
            initial={{ kind }}
            keep={`rule:${id}:new:${kind}:${rules.at(-1)?.id}`}
            back={path}
          />
        </Editing>
      ) : (
        <RuleKinds />
      )}
    </>
  );
}
