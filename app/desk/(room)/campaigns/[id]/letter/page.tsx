import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { allowed } from "@/app/desk/allowed";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { Editing } from "@/app/desk/(room)/campaigns/[id]/editing/room";
import { Steps, StepsFoot } from "@/app/desk/(room)/campaigns/[id]/steps";
import { CampaignHead } from "@/components/desk/campaign-head";
import { Empty } from "@/components/desk/empty";
import { LetterDesk } from "@/components/desk/letter-desk";
import { LetterLanguages } from "@/components/desk/letter-languages";
import { LetterNeeds } from "@/components/desk/letter-needs";
import { LetterVersions } from "@/components/desk/letter-versions";
import { RemoveLetter } from "@/components/desk/remove-letter";
import { WatchForm } from "@/components/desk/watch-form";
import { withQuery } from "@/lib/accounts/return-path";
import { capturesMail } from "@/lib/delivery/open-outbox";
import { getLetterDesk } from "@/lib/letters/desk";
import { getLetterWatch } from "@/lib/letters/watch";
import {
  autosaveLetterAction,
  openLanguageAction,
  removeLetterAction,
  removeVersionAction,
  saveLetterAction,
  saveVersionAction,
  saveWatchAction,
  testLetterAction,
} from "./actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.letter");
  return { title: t("title") };
}

export default async function LetterPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, campaign, tabs } = await loadCampaign(id, "letter", searchParams);
  const { language: asked, version: askedVersion } = await searchParams;
  const { defaultLanguage } = campaign;
  const desk = await allowed(getLetterDesk(actor, id, { asked, version: askedVersion, defaultLanguage }));
  const watch = tabs.includes("recipients") ? await allowed(getLetterWatch(actor, id)) : null;
  const t = await getTranslations("desk.letter");
  const { language, version, versions, letter, saved, written, others, previews, standing, email } = desk;
  const path = campaignPath(id, "letter");
  return (
    <>
      <CampaignHead campaign={campaign} tabs={tabs} />
      <Steps campaign={campaign} here="letters" />
      <Editing actor={actor} id={id}>
        <LetterVersions
          path={path}
          {...{ language, versions }}
          current={version}
          recipients={standing}
          {...(watch && {
            seen: desk.versionSeen,
            acts: { save: saveVersionAction.bind(null, id), remove: removeVersionAction.bind(null, id) },
          })}
        />
        <LetterLanguages
          path={withQuery(path, { version: version || undefined })}
          {...{ written, others }}
          current={language}
          open={openLanguageAction.bind(null, id)}
        />
        <LetterNeeds
          needs={desk.needs}
          href={(code) => withQuery(path, { version: version || undefined, language: code })}
        />
        <p className="mb-5 max-w-[62ch] text-muted">{desk.published ? t("published") : t("draft")}</p>
        <LetterDesk
          key={`${language} ${version}`}
          campaign={id}
          {...{ language, version, defaultLanguage }}
          previews={previews.filter((one) => one.version === version)}
          initial={letter}
          seen={desk.seen}
          save={saveLetterAction.bind(null, id)}
          autosave={campaign.unpublished ? autosaveLetterAction.bind(null, id) : undefined}
          ownWords={desk.ownWords}
          test={
            saved
              ? { action: testLetterAction.bind(null, id), email, captured: capturesMail(), paper: `${path}/paper` }
              : null
          }
          nobody={
            <Empty title={t("preview.noRecipientsTitle")}>
              {tabs.includes("recipients") ? t("preview.noRecipients") : t("preview.noRecipientsForTranslator")}{" "}
              {tabs.includes("recipients") && (
                <Link href={campaignPath(id, "recipients")} className="link">
                  {t("preview.toRecipients")}
                </Link>
              )}
            </Empty>
          }
        />
        {watch && <WatchForm campaign={id} watch={watch} action={saveWatchAction.bind(null, id)} />}
        {saved && language !== defaultLanguage && version === "" && (
          <RemoveLetter {...{ language, defaultLanguage }} action={removeLetterAction.bind(null, id)} />
        )}
      </Editing>
      <StepsFoot campaign={campaign} here="letters" />
    </>
  );
}
