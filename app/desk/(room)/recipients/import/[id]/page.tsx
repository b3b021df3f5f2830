import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { importPath } from "@/app/desk/(room)/recipients/import/path";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { PageHead } from "@/components/desk/page-head";
import { ImportProgress } from "@/components/imports/import-progress";
import { getImport } from "@/lib/imports/queries";
import { DraftImport } from "./draft";
import { EndedImport } from "./ended";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.import");
  return { title: t("title") };
}

export default async function ImportPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(importPath(id));
  const facts = await allowed(getImport(actor, id));
  const t = await getTranslations("desk.import");
  const runs = facts.state === "running" || facts.state === "undoing";
  return (
    <>
      <PageHead
        title={facts.fileName}
        lead={t("rows", { total: facts.total })}
        back={{ href: importPath(), label: t("title") }}
      />
      {facts.state === "draft" && <DraftImport actor={actor} facts={facts} />}
      {runs && <ImportProgress first={facts} address={`${importPath(id)}/progress`} />}
      {facts.state !== "draft" && !runs && <EndedImport actor={actor} facts={facts} />}
    </>
  );
}
