import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createCaseAction } from "@/app/desk/(room)/cases/actions";
import { requireActor } from "@/app/desk/actor";
import { CaseForm } from "@/components/cases/case-form";
import { PageHead } from "@/components/desk/page-head";
import { mayDo } from "@/lib/accounts/access";
import { listCountries } from "@/lib/format";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.cases");
  return { title: t("newTitle") };
}

export default async function NewCasePage() {
  const actor = await requireActor("/desk/cases/new");
  if (!mayDo(actor, "cases.edit")) notFound();
  const t = await getTranslations("desk.cases");
  return (
    <>
      <PageHead title={t("newTitle")} back={{ href: "/desk/cases", label: t("back") }}>
        <p className="mt-2 max-w-[62ch] text-muted">{t("newLead")}</p>
      </PageHead>
      <div className="max-w-[38rem]">
        <CaseForm action={createCaseAction} countries={listCountries("en")} />
      </div>
    </>
  );
}
