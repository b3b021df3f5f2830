import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { libraryPath } from "@/app/desk/(room)/recipients/path";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { PageHead } from "@/components/desk/page-head";
import { Section } from "@/components/desk/section";
import { ImportList } from "@/components/imports/import-list";
import { UploadForm } from "@/components/imports/upload-form";
import { listImports } from "@/lib/imports/queries";
import { uploadAction } from "./actions";
import { importPath } from "./path";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.import");
  return { title: t("title") };
}

export default async function ImportsPage() {
  const actor = await requireActor(importPath());
  const imports = await allowed(listImports(actor));
  const t = await getTranslations("desk.import");
  const library = (await getTranslations("desk.library"))("title");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} back={{ href: libraryPath(), label: library }} />
      <div className="max-w-[38rem]">
        <UploadForm action={uploadAction} />
      </div>
      <div className="mt-12">
        <Section id="earlier" title={t("earlier")}>
          <ImportList imports={imports} href={importPath()} />
        </Section>
      </div>
    </>
  );
}
