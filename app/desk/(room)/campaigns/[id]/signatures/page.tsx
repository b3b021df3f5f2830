import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { allowed } from "@/app/desk/allowed";
import { CampaignHead } from "@/components/desk/campaign-head";
import { CampaignSignatures } from "@/components/desk/campaign-signatures";
import { SignatureSearch } from "@/components/desk/signature-search";
import { mayDo } from "@/lib/accounts/access";
import { listSignatures } from "@/lib/signatures/desk-queries";
import { signatureQuerySchema } from "@/lib/signatures/schema";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { searchAction } from "./actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.signatures");
  return { title: t("title") };
}

export default async function SignaturesPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, campaign, tabs } = await loadCampaign(id, "signatures", searchParams);
  const { found } = await searchParams;
  const query = signatureQuerySchema.parse(await searchParams);
  const page = await allowed(listSignatures(actor, id, { ...query, limit: 50 }));
  const href = campaignPath(id, "signatures");
  const t = await getTranslations("desk.signatures");
  return (
    <>
      <CampaignHead campaign={campaign} tabs={tabs} />
      <div className="mb-8 flex flex-wrap items-start justify-between gap-x-10 gap-y-5">
        {mayDo(actor, "signatures.open") && (
          <SignatureSearch action={searchAction} campaign={id} nobody={found === "nobody"} />
        )}
        {mayDo(actor, "exports.make") && (
          <Link href={`${href}/export`} prefetch={false} className="link">
            {t("export")}
          </Link>
        )}
      </div>
      <CampaignSignatures
        campaign={campaign}
        page={page}
        query={query}
        href={href}
        opens={mayDo(actor, "signatures.open")}
      />
    </>
  );
}
