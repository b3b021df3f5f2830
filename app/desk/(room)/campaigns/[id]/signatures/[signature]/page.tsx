import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { allowed } from "@/app/desk/allowed";
import { CampaignHead } from "@/components/desk/campaign-head";
import { SignatureLetters } from "@/components/desk/signature-letters";
import { SignatureMails } from "@/components/desk/signature-mails";
import { SignatureWho } from "@/components/desk/signature-who";
import { StopForm } from "@/components/desk/stop-form";
import { mayDo } from "@/lib/accounts/access";
import { openSignature } from "@/lib/signatures/open-signature";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { stopAction } from "./actions";

type Props = { params: Promise<{ id: string; signature: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.signature");
  return { title: t("page") };
}

export default async function SignaturePage({ params }: Props) {
  const { id, signature: signatureId } = await params;
  const { actor, campaign, tabs } = await loadCampaign(id, `signatures/${encodeURIComponent(signatureId)}`);
  const signature = await allowed(openSignature(actor, id, signatureId));
  const names = Object.fromEntries(campaign.recipients.map((recipient) => [recipient.id, recipient.name]));
  const t = await getTranslations("desk");
  return (
    <>
      <CampaignHead campaign={campaign} tabs={tabs} />
      <Link href={campaignPath(id, "signatures")} className="text-blue hover:underline">
        <span aria-hidden="true" className="inline-block rtl:-scale-x-100">
          ←
        </span>{" "}
        {t("signature.back")}
      </Link>
      <h2 className="mt-2 mb-6 font-serif text-xl">{t("signature.title", { id: signatureId.slice(-8) })}</h2>
      <div className="space-y-10">
        <SignatureWho signature={signature} />
        <SignatureLetters letters={signature.letters} names={names} />
        <SignatureMails mails={signature.mails} />
        {mayDo(actor, "signatures.stop") && signature.state !== "erased" && (
          <details className="max-w-[41rem] print:hidden">
            <summary className="link cursor-pointer">{t("stop.title")}</summary>
            <div className="mt-5">
              <StopForm action={stopAction} campaign={id} signature={signatureId} state={signature.state} />
            </div>
          </details>
        )}
        <p className="text-xs leading-5 text-muted">{t("signature.recorded")}</p>
      </div>
    </>
  );
}
