import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { PageHead } from "@/components/desk/page-head";
import { SearchForm } from "@/components/search/search-form";
import { searchAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.search");
  return { title: t("title") };
}

export default async function SearchPage() {
  await requireActor("/desk/search");
  const t = await getTranslations("desk.search");
  return (
    <>
      <PageHead title={t("title")}>
        <p className="mt-2 max-w-[62ch] text-muted">{t("lead")}</p>
      </PageHead>
      <SearchForm action={searchAction} label={t("label")} />
    </>
  );
}
