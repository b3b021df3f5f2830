import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { libraryPath } from "@/app/desk/(room)/recipients/path";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { DuplicateList } from "@/components/desk/duplicate-list";
import { Empty } from "@/components/desk/empty";
import { PageHead } from "@/components/desk/page-head";
import { mayDo } from "@/lib/accounts/access";
import { countryName } from "@/lib/format";
import { listDuplicates } from "@/lib/recipients/duplicates";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.merge");
  return { title: t("title") };
}

export default async function DuplicatesPage() {
  const actor = await requireActor(libraryPath("duplicates"));
  if (!mayDo(actor, "recipients.manage")) notFound();
  const pairs = await allowed(listDuplicates(actor));
  const t = await getTranslations("desk.merge");
  const back = { href: libraryPath(), label: (await getTranslations("desk.library"))("title") };
  const codes = pairs.flatMap(({ first, second }) => [first.country, second.country]);
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} back={back} />
      {pairs.length === 0 ? (
        <Empty title={t("emptyTitle")}>{t("empty")}</Empty>
      ) : (
        <DuplicateList
          pairs={pairs}
          countries={Object.fromEntries(codes.map((code) => [code, countryName(code, "en")]))}
        />
      )}
    </>
  );
}
