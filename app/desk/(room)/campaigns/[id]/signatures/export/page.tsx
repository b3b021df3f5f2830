import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CampaignHead } from "@/components/desk/campaign-head";
import { ExportForm } from "@/components/desk/export-form";
import { ExportKinds } from "@/components/desk/export-kinds";
import { mayDo } from "@/lib/accounts/access";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ what?: unknown; problem?: unknown }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.exports");
  return { title: t("title") };
}

export default async function ExportPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, campaign, tabs } = await loadCampaign(id, "signatures/export", searchParams);
  if (!mayDo(actor, "exports.make")) notFound();
  const { what: asked, problem } = await searchParams;
  const what = asked === "letters" ? "letters" : "signatures";
  const list = campaignPath(id, "signatures");
  const t = await getTranslations("desk");
  return (
    <>
      <CampaignHead campaign={campaign} tabs={tabs} />
      <Link href={list} className="text-blue hover:underline">
        <span aria-hidden="true" className="inline-block rtl:-scale-x-100">
          ←
        </span>{" "}
        {t("signatures.title")}
      </Link>
      <h2 className="mt-2 font-serif text-xl">{t("exports.title")}</h2>
      <p className="mb-6 max-w-[62ch] text-muted">{t("exports.lead")}</p>
      <ExportKinds href={`${list}/export`} current={what} />
      <ExportForm
        key={what}
        what={what}
        action={`${list}/export/csv`}
        personal={mayDo(actor, "exports.personal")}
        problem={problem === "noColumns" || problem === "refused" ? problem : undefined}
      />
    </>
  );
}
