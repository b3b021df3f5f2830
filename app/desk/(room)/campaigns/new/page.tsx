import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { withQuery } from "@/lib/accounts/return-path";
import { allowed } from "@/app/desk/allowed";
import { languageChoices } from "@/components/desk/language-choices";
import { NewCampaignForm } from "@/components/desk/new-campaign-form";
import { PageHead } from "@/components/desk/page-head";
import { listCaseChoices } from "@/lib/campaigns/case-choices";
import { listCountries } from "@/lib/format";
import { createCampaignAction } from "./actions";

type Props = { searchParams: Promise<{ case?: unknown }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.newCampaign");
  return { title: t("title") };
}

export default async function NewCampaignPage({ searchParams }: Props) {
  const actor = await requireActor(withQuery("/desk/campaigns/new", await searchParams));
  const cases = await allowed(listCaseChoices(actor));
  const { case: asked } = await searchParams;
  const t = await getTranslations("desk");
  return (
    <>
      <PageHead title={t("newCampaign.title")} back={{ href: "/desk/campaigns", label: t("campaigns.title") }}>
        <p className="mt-2 max-w-[62ch] text-muted">{t("newCampaign.lead")}</p>
      </PageHead>
      <NewCampaignForm
        action={createCampaignAction}
        cases={cases}
        languages={languageChoices()}
        countries={listCountries("en")}
        chosen={cases.find(({ id }) => id === asked)?.id}
      />
    </>
  );
}
