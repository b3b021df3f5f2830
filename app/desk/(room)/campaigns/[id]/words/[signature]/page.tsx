import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { allowed } from "@/app/desk/allowed";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { CampaignHead } from "@/components/desk/campaign-head";
import { OpenedLetter } from "@/components/letters/opened-words";
import { WordsForm } from "@/components/letters/words-form";
import { mayDo } from "@/lib/accounts/access";
import { openWords } from "@/lib/letters/open-words";
import { direction } from "@/lib/locales";
import { decideAction } from "./actions";

type Props = { params: Promise<{ id: string; signature: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.words");
  return { title: t("readTitle") };
}

export default async function OpenedWordsPage({ params }: Props) {
  const { id, signature } = await params;
  const { actor, campaign, tabs } = await loadCampaign(id, `words/${encodeURIComponent(signature)}`);
  const words = await allowed(openWords(actor, id, signature));
  const names = Object.fromEntries(campaign.recipients.map((recipient) => [recipient.id, recipient.name]));
  const t = await getTranslations("desk.words");
  return (
    <>
      <CampaignHead campaign={campaign} tabs={tabs} />
      <Link href={campaignPath(id, "words")} className="text-blue hover:underline">
        <span aria-hidden="true" className="inline-block rtl:-scale-x-100">
          ←
        </span>{" "}
        {t("back")}
      </Link>
      <h2 className="mt-2 mb-5 font-serif text-xl">{t("readTitle")}</h2>
      <div className="space-y-8">
        <OpenedLetter words={words} names={names} dir={direction(words.letterLanguage)} />
        {mayDo(actor, "words.decide") && (
          <div className="max-w-[41rem] print:hidden">
            <WordsForm action={decideAction} campaign={id} signature={signature} />
          </div>
        )}
        <p className="text-xs leading-5 text-muted">{t("recorded")}</p>
      </div>
    </>
  );
}
