import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { InviteForm } from "@/components/desk/invite-form";
import { PageHead } from "@/components/desk/page-head";
import { mayDo } from "@/lib/accounts/access";
import { inviteAction } from "@/app/desk/(room)/members/actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.invite");
  return { title: t("title") };
}

export default async function InvitePage() {
  const actor = await requireActor("/desk/members/invite");
  if (!mayDo(actor, "members.manage")) notFound();
  const t = await getTranslations("desk");
  return (
    <>
      <PageHead title={t("invite.title")} back={{ href: "/desk/members", label: t("members.title") }}>
        <p className="mt-2 max-w-[62ch] text-muted">{t("invite.lead")}</p>
      </PageHead>
      <div className="max-w-[26rem]">
        <InviteForm action={inviteAction} />
        <p className="mt-5 text-xs leading-5 text-muted">{t("invite.limit")}</p>
      </div>
    </>
  );
}
