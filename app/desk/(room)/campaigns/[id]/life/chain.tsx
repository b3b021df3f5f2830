import { getTranslations } from "next-intl/server";
import { allowed } from "@/app/desk/allowed";
import { formatDay } from "@/components/desk/formats";
import { languageName } from "@/components/desk/language-name";
import { Section } from "@/components/desk/section";
import { Act } from "@/components/life/act";
import { OutcomeSection } from "@/components/life/outcome-section";
import { type Actor, mayDo } from "@/lib/accounts/access";
import type { DeskCampaign } from "@/lib/campaigns/desk-queries";
import type { CampaignLife } from "@/lib/campaigns/life";
import { languages } from "@/lib/campaigns/schema";
import { listOutcomes } from "@/lib/cases/outcomes";
import { followAction, lifeAction, retractAction, verifyAction } from "./actions";

type ChainProps = { actor: Actor; campaign: DeskCampaign; life: CampaignLife };

/** The case behind a campaign: who verified it last, what became of it, and what follows. */
export async function Chain({ actor, campaign, life }: ChainProps) {
  const { id, caseId, defaultLanguage } = campaign;
  const outcomes = await allowed(listOutcomes(actor, caseId));
  const mayCase = mayDo(actor, "cases.edit");
  const t = await getTranslations("desk.life");
  const { verifiedAt, verifiedBy } = life.case;
  const named = languages.map((code) => ({ code, name: languageName(code) }));
  return (
    <>
      <Section id="facts" title={t("verified.title")}>
        <p className="mb-3">
          {verifiedAt ? t("verified.last", { day: formatDay(verifiedAt), by: verifiedBy ?? "—" }) : t("verified.never")}
        </p>
        {mayCase && (
          <Act action={verifyAction.bind(null, id, caseId)} submit={t("verified.today")} hint={t("verified.hint")} />
        )}
      </Section>
      <OutcomeSection
        outcomes={outcomes}
        retract={mayCase ? (outcome) => retractAction.bind(null, id, outcome) : undefined}
        form={
          mayCase
            ? { action: lifeAction.bind(null, id, "outcome"), languages: named, initial: { language: defaultLanguage } }
            : undefined
        }
      />
      {life.publishedAt && mayDo(actor, "campaigns.edit") && (
        <Section id="follow" title={t("follow.title")}>
          <Act action={followAction.bind(null, id)} submit={t("follow.submit")} hint={t("follow.text")} />
        </Section>
      )}
    </>
  );
}
