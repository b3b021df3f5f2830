import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { importAction } from "@/app/desk/(room)/embassies/actions";
import { EmbassyImport } from "@/components/desk/embassy-import";
import { PageHead } from "@/components/desk/page-head";
import { listEmbassies } from "@/lib/embassies/queries";
import { fileColumns } from "@/lib/embassies/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.embassyImport");
  return { title: t("title") };
}

export default async function ImportEmbassiesPage() {
  await allowed(listEmbassies(await requireActor("/desk/embassies/import")));
  const t = await getTranslations("desk.embassyImport");
  const back = await getTranslations("desk.embassy");
  const columns = Object.values(fileColumns).join(", ");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} back={{ href: "/desk/embassies", label: back("back") }}>
        <p className="mt-2 max-w-[62ch] text-muted wrap-anywhere">{t("columns", { columns })}</p>
      </PageHead>
      <EmbassyImport action={importAction} />
    </>
  );
}
