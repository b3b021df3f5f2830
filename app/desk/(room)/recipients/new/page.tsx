import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { choices } from "@/app/desk/(room)/campaigns/[id]/recipients/choices";
import { createAction } from "@/app/desk/(room)/recipients/actions";
import { libraryPath } from "@/app/desk/(room)/recipients/path";
import { requireActor } from "@/app/desk/actor";
import { PageHead } from "@/components/desk/page-head";
import { RecipientForm } from "@/components/desk/recipient-form";
import { mayDo } from "@/lib/accounts/access";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.office");
  return { title: t("newTitle") };
}

export default async function NewOfficePage() {
  const actor = await requireActor(libraryPath("new"));
  if (!mayDo(actor, "recipients.manage")) notFound();
  const t = await getTranslations("desk.office");
  return (
    <>
      <PageHead title={t("newTitle")} back={{ href: libraryPath(), label: t("back") }} />
      <RecipientForm
        {...choices(["en"])}
        action={createAction}
        initial={{ holderStatus: "in_office" }}
        keep="recipient:new"
        seen=""
        back={libraryPath()}
      />
    </>
  );
}
