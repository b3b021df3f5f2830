import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import {
  changeRightsAction,
  changeRoleAction,
  removeAction,
  resetSecondFactorAction,
} from "@/app/desk/(room)/members/actions";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { ActButton } from "@/components/desk/act-button";
import { RightsForm } from "@/components/desk/rights-form";
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
  const rightsAndFactor = (
    <>
      <Part id="rights" word="rights">
        <RightsForm member={member} action={changeRightsAction} />
      </Part>
      {!member.self && <Factor id={member.id} on={member.secondFactor} />}
    </>
  );
  return (
    <>
      <PageHead title={member.name} back={{ href: "/desk/members", label: t("back") }}>
        <p className="mt-1 wrap-anywhere text-muted">{email}</p>
      </PageHead>
      {lastOwner ? (
        <div className="max-w-[26rem] space-y-10">
          <p>{t("lastOwner")}</p>
          {rightsAndFactor}
        </div>
      ) : (
        <div className="max-w-[26rem] space-y-10">
          <RoleForm member={member} action={changeRoleAction} />
          {rightsAndFactor}
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

async function Factor({ id, on }: { id: string; on: boolean }) {
  const t = await getTranslations("desk.memberFactor");
  return (
    <Part id="factor" word={on ? "memberFactor" : null}>
      {!on && <p>{t("off")}</p>}
      {on && (
        <ActButton action={resetSecondFactorAction} fields={{ id }} pending={t("resetting")} done="">
          {t("reset")}
        </ActButton>
      )}
    </Part>
  );
}

async function Part({
  id,
  word,
  children,
}: {
  id: string;
  word: "rights" | "memberFactor" | null;
  children: ReactNode;
}) {
  const t = await getTranslations("desk");
  return (
    <section aria-labelledby={id} className="border-t border-line pt-6">
      <h2 id={id} className="font-serif text-lg">
        {t(`${word ?? "memberFactor"}.title`)}
      </h2>
      {word && <p className="mt-1 mb-4 text-muted">{t(`${word}.hint`)}</p>}
      {children}
    </section>
  );
}
