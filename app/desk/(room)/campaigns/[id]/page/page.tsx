import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { Editing } from "@/app/desk/(room)/campaigns/[id]/editing/room";
import { allowed } from "@/app/desk/allowed";
import { AppealBelongings } from "@/components/desk/appeal-belongings";
import { AppealLanguages } from "@/components/desk/appeal-languages";
import { AppealTextForm } from "@/components/desk/appeal-text-form";
import { Steps, StepsFoot } from "@/app/desk/(room)/campaigns/[id]/steps";
import { CampaignHead } from "@/components/desk/campaign-head";
import { Empty } from "@/components/desk/empty";
import { TextReference } from "@/components/desk/text-reference";
import { RemoveLanguage } from "@/components/desk/remove-language";
import { mayDo } from "@/lib/accounts/access";
import { type Edition, getEdition } from "@/lib/campaigns/edition";
import { getWithheld } from "@/lib/campaigns/get-withheld";
import { languages } from "@/lib/campaigns/schema";
import { textMark } from "@/lib/campaigns/text-mark";
import { addLanguageAction, autosaveTextAction, removeLanguageAction, saveTextAction } from "./actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ language?: unknown }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.campaignTabs");
  return { title: t("page") };
}

export default async function PageTextPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, campaign, tabs } = await loadCampaign(id, "page", searchParams);
  const { language: asked } = await searchParams;
  const texts = (await allowed(getEdition(actor, id)))?.texts ?? [];
  const { defaultLanguage, nature } = campaign;
  const text =
    texts.find(({ language }) => language === asked) ??
    texts.find(({ language }) => language === defaultLanguage) ??
    texts[0];
  const t = await getTranslations("desk.appealText");
  return (
    <>
      <CampaignHead campaign={campaign} tabs={tabs} />
      <Steps campaign={campaign} here="page" />
      <Editing actor={actor} id={id}>
        {mayDo(actor, "cases.edit") && <AppealBelongings campaignId={id} caseId={campaign.caseId} />}
        <AppealLanguages
          languages={texts.map(({ language, ...words }) => ({ code: language, whole: isWhole(words) }))}
          defaultLanguage={defaultLanguage}
          current={text?.language ?? ""}
          wanted={languages.find((language) => language === asked && language !== text?.language)}
          href={campaignPath(id, "page")}
          add={addLanguageAction.bind(null, id)}
        />
        {!text && <Empty title={t("none")}>{t("noneText")}</Empty>}
        {text && (
          <AppealTextForm
            key={text.language}
            action={saveTextAction.bind(null, id)}
            autosave={campaign.unpublished ? autosaveTextAction.bind(null, id) : undefined}
            campaignId={id}
            language={text.language}
            initial={initialOf(text)}
            seen={textMark(text)}
            example={nature === "example"}
            withheld={await allowed(getWithheld(actor, id, text.language))}
          >
            <TextReference language={text.language} texts={texts} defaultLanguage={defaultLanguage} />
          </AppealTextForm>
        )}
        {text && text.language !== defaultLanguage && (
          <RemoveLanguage language={text.language} action={removeLanguageAction.bind(null, id, text.language)} />
        )}
      </Editing>
      <StepsFoot campaign={campaign} here="page" />
    </>
  );
}

function isWhole({ title, request, summary, body }: Omit<Edition["texts"][number], "language">): boolean {
  return [title, request, summary, body].every((part) => part.trim() !== "");
}

function initialOf({ title, request, summary, body, notice, writeHint }: Edition["texts"][number]) {
  return { title, request, summary, body, notice, writeHint };
}
