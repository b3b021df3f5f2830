import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withdrawConsentAction } from "@/app/desk/(room)/cases/[id]/persons/actions";
import { casePath, editablePerson } from "@/app/desk/(room)/cases/editable";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { WithdrawForm } from "@/components/cases/withdraw-form";
import { WithdrawalEffects } from "@/components/cases/withdrawal-effects";
import { PageHead } from "@/components/desk/page-head";
import { getWithdrawal } from "@/lib/cases/queries";

type Props = { params: Promise<{ id: string; person: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.withdrawal");
  return { title: t("title") };
}

export default async function WithdrawPage({ params }: Props) {
  const { id, person: personId } = await params;
  const actor = await requireActor(casePath(id, "persons", personId, "withdraw"));
  const { label, consents } = await editablePerson(actor, id, personId);
  const withdrawal = await allowed(getWithdrawal(actor, personId));
  const back = casePath(id, "persons", personId);
  const t = await getTranslations("desk.withdrawal");
  return (
    <>
      <PageHead title={t("title")} back={{ href: back, label }}>
        <p className="mt-2 max-w-[62ch]">{t("lead", { person: label })}</p>
      </PageHead>
      <WithdrawalEffects withdrawal={withdrawal} consents={consents.filter((one) => !one.withdrawnAt).length} />
      <div className="max-w-[38rem]">
        <WithdrawForm action={withdrawConsentAction.bind(null, id, personId)} back={back} />
      </div>
    </>
  );
}
