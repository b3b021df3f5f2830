import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { changeRoleAction, removeAction } from "@/app/desk/(room)/members/actions";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { RemoveForm, RoleForm } from "@/components/desk/member-forms";
import { PageHead } from "@/components/desk/page-head";
import { getMember } from "@/lib/accounts/member-queries";

type Props = { params: Promise<{ id: string }> };

// The name is not in the title: a browser's history would keep it.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.members");
  return { title: t("title") };
}

export default async function MemberPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/desk/members/${encodeURIComponent(id)}`);
  const { email, lastOwner, ...member } = await allowed(getMember(actor, id));
  const t = await getTranslations("desk.member");
  return (
    <>
      <PageHead title={member.name} back={{ href: "/desk/members", label: t("back") }}>
        <p className="mt-1 wrap-anywhere text-muted">{email}</p>
      </PageHead>
      {lastOwner ? (
        <p className="max-w-[62ch]">{t("lastOwner")}</p>
      ) : (
        <div className="max-w-[26rem] space-y-10">
          <RoleForm member={member} action={changeRoleAction} />
          <section aria-labelledby="remove" className="border-t border-line pt-6">
            <h2 id="remove" className="font-serif text-lg">
              {t("removeTitle")}
            </h2>
            <p className="mt-1 mb-4">{member.self ? t("removeSelf") : t("remove", { name: member.name })}</p>
            <RemoveForm member={member} action={removeAction} />
          </section>
        </div>
      )}
    </>
  );
}
