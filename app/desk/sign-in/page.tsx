import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { findActor } from "@/app/desk/actor";
import { deskPath } from "@/app/desk/paths";
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
  const next = deskPath((await searchParams).next);
  if (await findActor()) redirect(next);
  const t = await getTranslations("desk.signIn");
  return (
    <Gate title={t("title")} lead={(await isSetUp()) ? t("lead") : t("noOwner")}>
      <SignInForm action={signInAction} next={next} />
      <p className="mt-7 border-t border-line pt-3 text-sm text-muted">{t("forgotten")}</p>
    </Gate>
  );
}
