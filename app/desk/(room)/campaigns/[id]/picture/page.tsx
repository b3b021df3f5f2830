import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { Editing } from "@/app/desk/(room)/campaigns/[id]/editing/room";
import { casePath } from "@/app/desk/(room)/cases/editable";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { PictureChoiceForm } from "@/components/cases/picture-choice-form";
import { Empty } from "@/components/desk/empty";
import { PageHead } from "@/components/desk/page-head";
import { mayDo } from "@/lib/accounts/access";
import { getEdition } from "@/lib/campaigns/edition";
import { getCaseOf } from "@/lib/cases/queries";
import { choosePictureAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.pictureChoice");
  return { title: t("title") };
}

export default async function CampaignPicturePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireActor(`${campaignPath(id)}/picture`);
  if (!mayDo(actor, "campaigns.edit")) notFound();
  const its = await allowed(getCaseOf(actor, id));
  const edition = await allowed(getEdition(actor, id));
  const there = its.pictures.filter(({ gone }) => !gone);
  const texts = (edition?.texts ?? []).map(({ language, pictureAlt }) => ({ language, pictureAlt }));
  const t = await getTranslations("desk.pictureChoice");
  return (
    <>
      <PageHead title={t("title")} back={{ href: casePath(its.id), label: its.title }}>
        <p className="mt-2 max-w-[62ch] text-muted">{t("lead")}</p>
      </PageHead>
      {there.length === 0 && (
        <Empty title={t("empty")}>
          <Link href={casePath(its.id, "pictures", "new")} className="link">
            {t("toCase")}
          </Link>
        </Empty>
      )}
      {there.length > 0 && texts.length === 0 && <Empty>{t("noTexts")}</Empty>}
      <Editing actor={actor} id={id}>
        {there.length > 0 && texts.length > 0 && (
          <div className="max-w-[38rem]">
            <PictureChoiceForm
              action={choosePictureAction.bind(null, id)}
              keep={`picture-choice:${id}`}
              pictures={there}
              chosen={there.find((picture) => picture.id === edition?.pictureId)?.id ?? null}
              texts={texts}
            />
          </div>
        )}
      </Editing>
    </>
  );
}
