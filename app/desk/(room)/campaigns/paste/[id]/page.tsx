import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { lacksPersonal, NotShown } from "@/app/desk/(room)/campaigns/paste/not-shown";
import { pastePath } from "@/app/desk/(room)/campaigns/paste/path";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { PageHead } from "@/components/desk/page-head";
import { PressForm } from "@/components/desk/press-form";
import { DraftForm } from "@/components/received/draft-form";
import { EncodingForm } from "@/components/received/encoding-form";
import { ReceivedFacts } from "@/components/received/received-facts";
import { direction } from "@/lib/locales";
import { matchReceived } from "@/lib/received/match";
import { previewEncodings } from "@/lib/received/preview-encodings";
import { getReceived } from "@/lib/received/queries";
import { receivedLimits } from "@/lib/received/schema";
import { autosaveDraftAction, discardAction, draftAction, encodingAction } from "./actions";
import { draftChoices } from "./choices";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.importing");
  return { title: t("draft") };
}

export default async function DraftPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(pastePath(id));
  const t = await getTranslations("desk.importing");
  const back = { href: pastePath(), label: t("title") };
  if (lacksPersonal(actor)) return <NotShown title={t("draft")} back={back} />;
  const received = await allowed(getReceived(actor, id));
  if ("campaignId" in received) redirect(campaignPath(received.campaignId));
  const { content, encoding } = received;
  const [matches, previews] = await Promise.all([
    allowed(matchReceived(actor, id)),
    // What is pasted was read by the browser.
    content.name === "" ? [] : allowed(previewEncodings(actor, id)),
  ]);
  const lines = content.text.split("\n");
  return (
    <>
      <PageHead title={t("draft")} lead={t("draftLead")} back={back}>
        <ReceivedFacts received={received} href={`${pastePath(id)}/file`} />
      </PageHead>
      {encoding && previews.length > 1 && (
        <EncodingForm action={encodingAction.bind(null, id)} now={encoding} previews={previews} />
      )}
      <div className="mt-6">
        <DraftForm
          received={{ ...received, content: withoutText(content) }}
          choices={await draftChoices(actor, content.fields, matches)}
          lines={lines.slice(0, receivedLimits.lines)}
          more={Math.max(0, lines.length - receivedLimits.lines)}
          dir={direction(content.fields.language ?? "en")}
          action={draftAction.bind(null, id)}
          autosave={autosaveDraftAction.bind(null, id)}
        />
      </div>
      <div className="mt-12 border-t border-line pt-4">
        <PressForm action={discardAction.bind(null, id)} submit={t("putAside")} pending={t("puttingAside")} />
      </div>
    </>
  );
}

/** The browser has the lines; all of the text once more it does not need. */
function withoutText<T extends { text: string; lines: unknown[] }>(content: T): T {
  return { ...content, text: "", lines: [] };
}
