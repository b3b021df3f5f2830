import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { searchAction } from "@/app/desk/(room)/search/actions";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { CaseTable } from "@/components/cases/case-table";
import { Empty } from "@/components/desk/empty";
import { LinkButton } from "@/components/desk/link-button";
import { PageHead } from "@/components/desk/page-head";
import { Pager } from "@/components/desk/pager";
import { SearchForm } from "@/components/search/search-form";
import { mayDo } from "@/lib/accounts/access";
import { withQuery } from "@/lib/accounts/return-path";
import { listCases } from "@/lib/cases/queries";
import { caseQuerySchema } from "@/lib/cases/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.cases");
  return { title: t("title") };
}

type Props = { searchParams: Promise<Record<string, unknown>> };

const onPage = 50;

export default async function CasesPage({ searchParams }: Props) {
  const actor = await requireActor(withQuery("/desk/cases", await searchParams));
  const { before } = caseQuerySchema.parse(await searchParams);
  const { cases, next } = await allowed(listCases(actor, { before, limit: onPage }));
  const t = await getTranslations("desk");
  const make = mayDo(actor, "cases.edit") && (
    <LinkButton href="/desk/cases/new" look="main">
      {t("cases.new")}
    </LinkButton>
  );
  if (cases.length === 0 && !before) {
    return (
      <>
        <PageHead title={t("cases.title")} />
        <Empty title={t("cases.emptyTitle")}>
          <p className="mb-4">{t("cases.empty")}</p>
          {make}
        </Empty>
      </>
    );
  }
  return (
    <>
      <PageHead title={t("cases.title")} action={make}>
        <div className="mt-5">
          <SearchForm action={searchAction} label={t("search.cases")} hint={t("search.casesHint")} kind="case" />
        </div>
      </PageHead>
      <CaseTable cases={cases} />
      <Pager
        label={t("listPages.cases")}
        newest={before ? { href: "/desk/cases", label: t("listPages.newest") } : null}
        older={next ? { href: `/desk/cases?before=${next}`, label: t("listPages.olderCases") } : null}
      />
    </>
  );
}
