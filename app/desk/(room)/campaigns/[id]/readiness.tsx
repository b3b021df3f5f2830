import { getTranslations } from "next-intl/server";
import { Findings } from "@/components/desk/findings";
import { LinkButton } from "@/components/desk/link-button";
import { type Actor, mayDo } from "@/lib/accounts/access";
import type { DeskCampaign } from "@/lib/campaigns/desk-queries";
import { getReadiness } from "@/lib/campaigns/readiness";
import { campaignPath } from "./load";

/** What is missing before a campaign or its next revision is published; for an open one only what it should not lack. */
export async function Readiness({ actor, campaign }: { actor: Actor; campaign: DeskCampaign }) {
  const { id, state, publishedAt, unpublished, revision, caseId } = campaign;
  if (state === "archived") return null;
  const all = await getReadiness(actor, id);
  const findings = publishedAt ? all.filter(({ code }) => code !== "deadline-past") : all;
  const t = await getTranslations("desk.publishing");
  if (publishedAt && !unpublished && findings.every(({ weight }) => weight === "advice")) return null;
  return (
    <Findings findings={findings} campaignId={id} caseId={caseId}>
      {unpublished && mayDo(actor.role, "campaigns.publish") && (
        <LinkButton href={`${campaignPath(id)}/publish`} look="main">
          {publishedAt ? t("toRevision", { number: revision ?? 1 }) : t("toCampaign")}
        </LinkButton>
      )}
    </Findings>
  );
}
