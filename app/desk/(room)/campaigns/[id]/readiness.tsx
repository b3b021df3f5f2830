import { getTranslations } from "next-intl/server";
import { Findings } from "@/components/desk/findings";
import { LinkButton } from "@/components/desk/link-button";
import { type Actor, mayDo } from "@/lib/accounts/access";
import type { DeskCampaign } from "@/lib/campaigns/desk-queries";
import { getReadiness } from "@/lib/campaigns/readiness";
import { campaignPath } from "./load";

/** What is missing before a campaign or its next revision is published, or before one that was published goes on. */
export async function Readiness({ actor, campaign }: { actor: Actor; campaign: DeskCampaign }) {
  const { id, state, publishedAt, unpublished, revision, caseId } = campaign;
  if (state === "archived") return null;
  const all = await getReadiness(actor, id);
  const counts = !publishedAt || (!unpublished && state !== "live");
  const findings = all.filter(({ code }) => counts || code !== "deadline-past");
  const blocked = findings.some(({ weight }) => weight === "blocks");
  const t = await getTranslations("desk.publishing");
  if (publishedAt && !unpublished && !blocked) return null;
  return (
    <Findings findings={findings} campaignId={id} caseId={caseId} before={unpublished ? "publish" : beforeOf(state)}>
      {unpublished && mayDo(actor, "campaigns.publish") && (
        <LinkButton href={`${campaignPath(id)}/publish`} look={blocked ? "plain" : "main"}>
          {publishedAt ? t("toRevision", { number: revision ?? 1 }) : t("toCampaign")}
        </LinkButton>
      )}
    </Findings>
  );
}

/** What a campaign in this state would do next that something missing keeps it from. */
function beforeOf(state: DeskCampaign["state"]) {
  if (state === "live") return "stay";
  return state === "closed" ? "reopen" : "resume";
}
