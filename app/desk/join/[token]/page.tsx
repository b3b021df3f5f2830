import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { findActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { Gate } from "@/components/desk/gate";
import { type Joiner, JoinForm } from "@/components/desk/join-form";
import { getInvitation, type Invitation } from "@/lib/accounts/invitation";
import { joinAsNewAction, joinByPasswordAction, joinSignedInAction } from "./actions";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.join");
  return { title: t("pageTitle") };
}

const actions = { new: joinAsNewAction, known: joinByPasswordAction, self: joinSignedInAction } as const;

export default async function JoinPage({ params }: Props) {
  const { token } = await params;
  const { organisation, role, email, account } = await allowed(getInvitation(token));
  const actor = await findActor();
  const joiner = joinerOf(account, actor);
  const t = await getTranslations("desk.join");
  return (
    <Gate title={t("title", { organisation })} lead={t("lead", { role, email })}>
      {joiner !== "new" && <p className="mb-5">{t(joiner)}</p>}
      {actor && joiner !== "self" && <p className="mb-5 text-amber">{t("other")}</p>}
      <JoinForm joiner={joiner} token={token} email={email} action={actions[joiner]} />
      {joiner === "known" && <p className="mt-7 border-t border-line pt-3 text-sm text-muted">{t("forgotten")}</p>}
    </Gate>
  );
}

function joinerOf(account: Invitation["account"], actor: { accountId: string } | null): Joiner {
  if (!account) return "new";
  return account.id === actor?.accountId ? "self" : "known";
}
