import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { allowed } from "@/app/desk/allowed";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { Editing } from "@/app/desk/(room)/campaigns/[id]/editing/room";
import { PageHead } from "@/components/desk/page-head";
import { RecipientForm } from "@/components/desk/recipient-form";
import { listLetterLanguages } from "@/lib/letters/letter-languages";
import { textLanguages } from "@/lib/recipients/form";
import { listCampaignRecipients } from "@/lib/recipients/queries";
import { addAction } from "@/app/desk/(room)/campaigns/[id]/recipients/actions";
import { choices } from "@/app/desk/(room)/campaigns/[id]/recipients/choices";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.recipient");
  return { title: t("newTitle") };
}

export default async function NewRecipientPage({ params }: Props) {
  const { id } = await params;
  const { actor, campaign } = await loadCampaign(id, "recipients/new");
  const last = (await allowed(listCampaignRecipients(actor, id))).at(-1)?.id ?? "first";
  const inUse = [...(await allowed(listLetterLanguages(actor, id))), ...campaign.languages];
  const languages = textLanguages(campaign.defaultLanguage, inUse);
  const path = campaignPath(id, "recipients");
  const t = await getTranslations("desk.recipient");
  return (
    <>
      <PageHead title={t("newTitle")} back={{ href: path, label: t("backTo", { campaign: campaign.title }) }} />
      <Editing actor={actor} id={id}>
        <RecipientForm
          {...choices(languages)}
          action={addAction.bind(null, id)}
          initial={{ holderStatus: "in_office" }}
          keep={`recipient:new:${id}:${last}`}
          seen=""
          back={path}
        />
      </Editing>
    </>
  );
}
