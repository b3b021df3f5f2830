import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { PageHead } from "@/components/desk/page-head";
import { KeptOriginal } from "@/components/originals/kept-original";
import { OriginalForm } from "@/components/originals/original-form";
import { mayDo } from "@/lib/accounts/access";
import { originalMark } from "@/lib/originals/changed";
import { findOriginal } from "@/lib/originals/queries";
import { saveOriginalAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.original");
  return { title: t("title") };
}

export default async function OriginalPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const path = `${campaignPath(id)}/original`;
  const actor = await requireActor(path);
  const { campaign } = await loadCampaign(id);
  const given = await allowed(findOriginal(actor, id));
  const t = await getTranslations("desk.original");
  return (
    <>
      <PageHead title={t("title")} back={{ href: campaignPath(id), label: campaign.title }}>
        <p className="mt-2 max-w-[62ch] text-muted">{t("lead")}</p>
      </PageHead>
      <KeptOriginal given={given} href={mayDo(actor, "originals.open") ? `${path}/file` : undefined} />
      <div className="mt-7 max-w-[38rem]">
        <OriginalForm
          action={saveOriginalAction.bind(null, id)}
          keep={`original:${id}`}
          seen={originalMark(given)}
          given={given}
        />
      </div>
    </>
  );
}
