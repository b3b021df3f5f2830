import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { CaseTable } from "@/components/cases/case-table";
import { Empty } from "@/components/desk/empty";
import { LinkButton } from "@/components/desk/link-button";
import { PageHead } from "@/components/desk/page-head";
import { mayDo } from "@/lib/accounts/access";
import { listCases } from "@/lib/cases/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.cases");
  return { title: t("title") };
}

export default async function CasesPage() {
  const actor = await requireActor("/desk/cases");
  const cases = await allowed(listCases(actor));
  const t = await getTranslations("desk.cases");
  const make = mayDo(actor, "cases.edit") && (
    <LinkButton href="/desk/cases/new" look="main">
      {t("new")}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={t("title")} action={cases.length > 0 && make} />
      {cases.length > 0 ? (
        <CaseTable cases={cases} />
      ) : (
        <Empty title={t("emptyTitle")}>
          <p className="mb-4">{t("empty")}</p>
          {make}
        </Empty>
      )}
    </>
  );
}
