import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { addPictureAction } from "@/app/desk/(room)/cases/[id]/pictures/actions";
import { casePath, editableCase } from "@/app/desk/(room)/cases/editable";
import { requireActor } from "@/app/desk/actor";
import { PictureForm } from "@/components/cases/picture-form";
import { PageHead } from "@/components/desk/page-head";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.pictures");
  return { title: t("addTitle") };
}

export default async function NewPicturePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { persons } = await editableCase(await requireActor(casePath(id, "pictures", "new")), id);
  const t = await getTranslations("desk");
  return (
    <>
      <PageHead title={t("pictures.addTitle")} back={{ href: casePath(id), label: t("cases.backToCase") }}>
        <p className="mt-2 max-w-[62ch] text-muted">{t("pictures.lead")}</p>
      </PageHead>
      <div className="max-w-[38rem]">
        <PictureForm
          action={addPictureAction.bind(null, id)}
          keep={`picture:${id}`}
          persons={persons.map(({ id: personId, label }) => ({ id: personId, label }))}
        />
      </div>
    </>
  );
}
