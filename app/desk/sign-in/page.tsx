import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { findActor } from "@/app/desk/actor";
import { returnPath } from "@/lib/accounts/return-path";
import { Gate } from "@/components/desk/gate";
import { SignInForm } from "@/components/desk/sign-in-form";
import { isSetUp } from "@/lib/accounts/queries";
import { signInAction } from "./actions";

type Props = { searchParams: Promise<{ next?: unknown }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const next = returnPath((await searchParams).next);
  if (await findActor()) redirect(next);
  const owned = await isSetUp();
  const t = await getTranslations("desk.signIn");
  return (
    <Gate title={t("title")} lead={owned ? t("lead") : t("noOwner")}>
      <SignInForm action={signInAction} next={next} />
      {owned && <p className="mt-7 border-t border-line pt-3 text-sm text-muted">{t("forgotten")}</p>}
    </Gate>
  );
}
