import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { addPersonAction } from "@/app/desk/(room)/cases/[id]/persons/actions";
import { casePath, editableCase } from "@/app/desk/(room)/cases/editable";
import { requireActor } from "@/app/desk/actor";
import { PersonForm } from "@/components/cases/person-form";
import { PageHead } from "@/components/desk/page-head";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.persons");
  return { title: t("addTitle") };
}

export default async function NewPersonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await editableCase(await requireActor(casePath(id, "persons", "new")), id);
  const t = await getTranslations("desk");
  return (
    <>
      <PageHead title={t("persons.addTitle")} back={{ href: casePath(id), label: t("cases.backToCase") }}>
        <p className="mt-2 max-w-[62ch] text-muted">{t("persons.lead")}</p>
      </PageHead>
      <div className="max-w-[38rem]">
        <PersonForm action={addPersonAction.bind(null, id)} keep={`person:new:${id}`} />
      </div>
    </>
  );
}
