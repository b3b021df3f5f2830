import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { PageHead } from "@/components/desk/page-head";
import { Section } from "@/components/desk/section";
import { PasteForm } from "@/components/received/paste-form";
import { ReceivedList } from "@/components/received/received-list";
import { listReceived } from "@/lib/received/queries";
import { bringBackAction, pasteAction } from "./actions";
import { lacksPersonal, NotShown } from "./not-shown";
import { pastePath } from "./path";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.importing");
  return { title: t("title") };
}

export default async function PastePage() {
  const actor = await requireActor(pastePath());
  const t = await getTranslations("desk");
  const back = { href: "/desk/campaigns", label: t("campaigns.title") };
  if (lacksPersonal(actor)) return <NotShown title={t("importing.title")} back={back} />;
  const received = await allowed(listReceived(actor));
  return (
    <>
      <PageHead title={t("importing.title")} lead={t("importing.lead")} back={back} />
      <div className="max-w-[44rem]">
        <PasteForm action={pasteAction} />
      </div>
      <div className="mt-12">
        <Section id="earlier" title={t("importing.earlier")}>
          <ReceivedList received={received} path={pastePath()} bringBack={bringBackAction} />
        </Section>
      </div>
    </>
  );
}
