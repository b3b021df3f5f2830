import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { allowed } from "@/app/desk/allowed";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { CampaignHead } from "@/components/desk/campaign-head";
import { Empty } from "@/components/desk/empty";
import { LetterDesk } from "@/components/desk/letter-desk";
import { LetterLanguages } from "@/components/desk/letter-languages";
import { RemoveLetter } from "@/components/desk/remove-letter";
import { getLetterDesk } from "@/lib/letters/desk";
import { openLanguageAction, removeLetterAction, saveLetterAction, testLetterAction } from "./actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.letter");
  return { title: t("title") };
}

export default async function LetterPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, campaign, tabs } = await loadCampaign(id, "letter", searchParams);
  const { language: asked } = await searchParams;
  const { defaultLanguage } = campaign;
  const desk = await allowed(getLetterDesk(actor, id, { asked, defaultLanguage }));
  const t = await getTranslations("desk.letter");
  const { language, letter, saved, written, others, previews, email } = desk;
  return (
    <>
      <CampaignHead campaign={campaign} tabs={tabs} />
      <LetterLanguages
        path={campaignPath(id, "letter")}
        {...{ written, others }}
        current={language}
        open={openLanguageAction.bind(null, id)}
      />
      <p className="mb-5 max-w-[62ch] text-muted">{desk.published ? t("published") : t("draft")}</p>
      <LetterDesk
        key={language}
        campaign={id}
        {...{ language, defaultLanguage, previews }}
        initial={letter}
        seen={desk.seen}
        save={saveLetterAction.bind(null, id)}
        ownWords={desk.ownWords}
        test={saved ? { action: testLetterAction.bind(null, id), email } : null}
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
      {saved && language !== defaultLanguage && (
        <RemoveLetter {...{ language, defaultLanguage }} action={removeLetterAction.bind(null, id)} />
      )}
    </>
  );
}
