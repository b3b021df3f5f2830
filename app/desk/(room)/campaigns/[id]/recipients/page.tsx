import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { allowed } from "@/app/desk/allowed";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { AttachGroup } from "@/components/desk/attach-group";
import { AttachRecipient } from "@/components/desk/attach-recipient";
import { Editing } from "@/app/desk/(room)/campaigns/[id]/editing/room";
import { Steps, StepsFoot } from "@/app/desk/(room)/campaigns/[id]/steps";
import { CampaignHead } from "@/components/desk/campaign-head";
import { Empty } from "@/components/desk/empty";
import { languageName } from "@/components/desk/language-name";
import { LinkButton } from "@/components/desk/link-button";
import { RecipientOrder } from "@/components/desk/recipient-order";
import { countryName } from "@/lib/format";
import { listLetterLanguages } from "@/lib/letters/letter-languages";
import { carriedChannels } from "@/lib/recipients/carried";
import { listGroups } from "@/lib/recipients/groups";
import { listCampaignRecipients, listRecipients } from "@/lib/recipients/queries";
import { getRouting } from "@/lib/routing/queries";
import { RoutingLink } from "@/components/desk/routing-link";
import { attachAction, attachGroupAction, changeListAction, findRecipientsAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.recipientList");
  return { title: t("title") };
}

export default async function RecipientsPage({ params }: Props) {
  const { id } = await params;
  const { actor, campaign, tabs } = await loadCampaign(id, "recipients");
  const recipients = await allowed(listCampaignRecipients(actor, id));
  const others = await allowed(listRecipients(actor, { but: id }));
  const groups = await allowed(listGroups(actor));
  const languages = await allowed(listLetterLanguages(actor, id));
  const { rules } = await allowed(getRouting(actor, id));
  const path = campaignPath(id, "recipients");
  const carried = carriedChannels();
  const t = await getTranslations("desk.recipientList");
  const names = Object.fromEntries([
    ...recipients.map(({ country }) => [country, countryName(country, "en")]),
    ...languages.map((language) => [language, languageName(language)]),
  ]) as Record<string, string>;
  return (
    <>
      <CampaignHead campaign={campaign} tabs={tabs} />
      <Steps campaign={campaign} here="recipients" />
      <Editing actor={actor} id={id}>
        <div className="mb-5 flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
          <p className="max-w-[62ch] text-muted">{t("lead")}</p>
          <LinkButton href={`${path}/new`} look="main">
            {t("new")}
          </LinkButton>
        </div>
        <RoutingLink href={`${path}/rules`} count={rules.length} />
        {recipients.length === 0 ? (
          <Empty title={t("emptyTitle")}>{t("empty")}</Empty>
        ) : (
          <RecipientOrder
            {...{ recipients, names, languages, path, carried }}
            action={changeListAction.bind(null, id)}
          />
        )}
        {others.total > 0 && (
          <AttachRecipient
            key={others.total}
            first={others}
            action={attachAction.bind(null, id)}
            find={findRecipientsAction.bind(null, id)}
          />
        )}
        {groups.length > 0 && (
          <AttachGroup key={recipients.length} groups={groups} action={attachGroupAction.bind(null, id)} />
        )}
      </Editing>
      <StepsFoot campaign={campaign} here="recipients" />
    </>
  );
}
