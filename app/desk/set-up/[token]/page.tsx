import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Gate } from "@/components/desk/gate";
import { SetUpForm } from "@/components/desk/set-up-form";
import { findSetUpRefusal } from "@/lib/accounts/set-up";
import { setUpAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.setUp");
  return { title: t("title") };
}

export default async function SetUpPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  if (await findSetUpRefusal(token)) notFound();
  const t = await getTranslations("desk.setUp");
  return (
    <Gate title={t("title")} lead={t("lead")}>
      <SetUpForm action={setUpAction} token={token} />
    </Gate>
  );
}
