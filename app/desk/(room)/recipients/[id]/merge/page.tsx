import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { mergeAction } from "@/app/desk/(room)/recipients/actions";
import { libraryPath } from "@/app/desk/(room)/recipients/path";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { MergeConsequences } from "@/components/desk/merge-consequences";
import { PageHead } from "@/components/desk/page-head";
import { withQuery } from "@/lib/accounts/return-path";
import { countryName } from "@/lib/format";
import { getMergePreview } from "@/lib/recipients/merge-preview";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ with?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.merge");
  return { title: t("confirmTitle") };
}

export default async function MergePage({ params, searchParams }: Props) {
  const { id: stays } = await params;
  const asked = await searchParams;
  const goes = typeof asked.with === "string" ? asked.with : "";
  const actor = await requireActor(withQuery(`${libraryPath(stays)}/merge`, { with: goes }));
  const preview = await allowed(getMergePreview(actor, { stays, goes }));
  const t = await getTranslations("desk.merge");
  const codes = [preview.stays.country, preview.goes.country];
  return (
    <>
      <PageHead title={t("confirmTitle")} back={{ href: libraryPath("duplicates"), label: t("backTo") }} />
      <MergeConsequences
        preview={preview}
        countries={Object.fromEntries(codes.map((code) => [code, countryName(code, "en")]))}
        action={mergeAction.bind(null, [stays, goes])}
        swap={withQuery(`${libraryPath(goes)}/merge`, { with: stays })}
      />
    </>
  );
}
