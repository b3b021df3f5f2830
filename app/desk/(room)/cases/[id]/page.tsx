import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { removePictureAction } from "@/app/desk/(room)/cases/[id]/pictures/actions";
import { casePath } from "@/app/desk/(room)/cases/editable";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { CaseCampaigns } from "@/components/cases/case-campaigns";
import { CaseFacts } from "@/components/cases/case-facts";
import { PersonList } from "@/components/cases/person-list";
import { PictureList } from "@/components/cases/picture-list";
import { LinkButton } from "@/components/desk/link-button";
import { PageHead } from "@/components/desk/page-head";
import { Section } from "@/components/desk/section";
import { mayDo } from "@/lib/accounts/access";
import { getCase } from "@/lib/cases/queries";

// The title of a case may name somebody: a browser's history would keep it.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.cases");
  return { title: t("case") };
}

export default async function CasePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireActor(casePath(id));
  const its = await allowed(getCase(actor, id));
  const mayEdit = mayDo(actor, "cases.edit");
  const t = await getTranslations("desk");
  const way = (href: string, label: string) =>
    mayEdit && (
      <Link href={href} className="link">
        {label}
      </Link>
    );
  const begin = mayEdit && (
    <LinkButton href={`/desk/campaigns/new?case=${id}`} look="main">
      {t("cases.newCampaign")}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={its.title} back={{ href: "/desk/cases", label: t("cases.back") }} action={begin}>
        <p className="mt-2">{way(casePath(id, "edit"), t("cases.edit"))}</p>
      </PageHead>
      <div className="space-y-10">
        <CaseFacts its={its} />
        <Section id="persons" title={t("persons.title")} action={way(casePath(id, "persons", "new"), t("persons.add"))}>
          <PersonList persons={its.persons} caseId={id} mayEdit={mayEdit} />
        </Section>
        <Section
          id="pictures"
          title={t("pictures.title")}
          action={way(casePath(id, "pictures", "new"), t("pictures.add"))}
        >
          <PictureList its={its} remove={mayEdit ? (one) => removePictureAction.bind(null, id, one) : undefined} />
        </Section>
        <Section id="campaigns" title={t("cases.campaigns")}>
          <CaseCampaigns campaigns={its.campaigns} mayEdit={mayEdit} />
        </Section>
      </div>
    </>
  );
}
