import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { allowed } from "@/app/desk/allowed";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { Editing } from "@/app/desk/(room)/campaigns/[id]/editing/room";
import { PageHead } from "@/components/desk/page-head";
import { RecipientForm } from "@/components/desk/recipient-form";
import { listLetterLanguages } from "@/lib/letters/letter-languages";
import { recipientFields, textLanguages } from "@/lib/recipients/form";
import { getRecipient } from "@/lib/recipients/queries";
import { saveAction } from "@/app/desk/(room)/campaigns/[id]/recipients/actions";
import { choices } from "@/app/desk/(room)/campaigns/[id]/recipients/choices";

type Props = { params: Promise<{ id: string; recipient: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.recipient");
  return { title: t("title") };
}

export default async function RecipientPage({ params }: Props) {
  const { id, recipient: recipientId } = await params;
  const { actor, campaign } = await loadCampaign(id, `recipients/${encodeURIComponent(recipientId)}`);
  const recipient = await allowed(getRecipient(actor, recipientId));
  const { defaultLanguage: own } = campaign;
  const has = recipient.texts.map(({ language }) => language);
  const inUse = [...(await allowed(listLetterLanguages(actor, id))), ...campaign.languages];
  const languages = textLanguages(own, inUse, has);
  const path = campaignPath(id, "recipients");
  const t = await getTranslations("desk.recipient");
  const text = recipient.texts.find(({ language }) => language === own) ?? recipient.texts[0];
  return (
    <>
      <PageHead
        title={text?.short ?? t("title")}
        back={{ href: path, label: t("backTo", { campaign: campaign.title }) }}
      >
        {recipient.campaigns > 1 && (
          <p className="mt-2 max-w-[62ch] text-amber">{t("shared", { count: recipient.campaigns })}</p>
        )}
      </PageHead>
      <Editing actor={actor} id={id}>
        <RecipientForm
          {...choices(languages)}
          action={saveAction.bind(null, { campaignId: id, recipientId })}
          initial={recipientFields(recipient)}
          keep={`recipient:${recipientId}`}
          seen={recipient.seen}
          back={path}
        />
      </Editing>
    </>
  );
}
