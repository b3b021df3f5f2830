import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveCaseAction } from "@/app/desk/(room)/cases/actions";
import { casePath, editableCase } from "@/app/desk/(room)/cases/editable";
import { requireActor } from "@/app/desk/actor";
import { CaseForm } from "@/components/cases/case-form";
import { PageHead } from "@/components/desk/page-head";
import { listCountries } from "@/lib/format";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.cases");
  return { title: t("editTitle") };
}

export default async function EditCasePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { title, country, summary, verifiedAt, verifiedBy, seen } = await editableCase(
    await requireActor(casePath(id, "edit")),
    id,
  );
  const t = await getTranslations("desk.cases");
  return (
    <>
      <PageHead title={t("editTitle")} back={{ href: casePath(id), label: t("backToCase") }} />
      <div className="max-w-[38rem]">
        <CaseForm
          action={saveCaseAction.bind(null, id)}
          countries={listCountries("en")}
          given={{ id, title, country, summary, verifiedAt, verifiedBy, seen }}
        />
      </div>
    </>
  );
}
