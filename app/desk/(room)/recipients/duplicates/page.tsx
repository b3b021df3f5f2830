import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { apartAction, proposeAction } from "@/app/desk/(room)/recipients/actions";
import { libraryPath } from "@/app/desk/(room)/recipients/path";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { DuplicateList } from "@/components/desk/duplicate-list";
import { Empty } from "@/components/desk/empty";
import { PageHead } from "@/components/desk/page-head";
import { Section } from "@/components/desk/section";
import { SharedAddresses } from "@/components/desk/shared-addresses";
import { mayDo } from "@/lib/accounts/access";
import { countryName } from "@/lib/format";
import { listDuplicates } from "@/lib/recipients/duplicates";
import { listSharedAddresses } from "@/lib/recipients/shared-addresses";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.merge");
  return { title: t("title") };
}

export default async function DuplicatesPage() {
  const actor = await requireActor(libraryPath("duplicates"));
  if (!mayDo(actor, "recipients.manage")) notFound();
  const [pairs, shared] = await Promise.all([allowed(listDuplicates(actor)), allowed(listSharedAddresses(actor))]);
  const t = await getTranslations("desk.merge");
  const back = { href: libraryPath(), label: (await getTranslations("desk.library"))("title") };
  const codes = [...pairs.map(({ first }) => first), ...shared.flatMap(({ offices }) => offices)].map(
    ({ country }) => country,
  );
  const countries = Object.fromEntries(codes.map((code) => [code, countryName(code, "en")]));
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} back={back} />
      {pairs.length + shared.length === 0 ? (
        <Empty title={t("emptyTitle")}>{t("empty")}</Empty>
      ) : (
        <div className="space-y-10">
          {pairs.length > 0 && (
            <Section id="pairs" title={t("pairsTitle")}>
              <DuplicateList {...{ pairs, countries }} />
            </Section>
          )}
          {shared.length > 0 && (
            <SharedAddresses {...{ shared, countries }} acts={{ apart: apartAction, propose: proposeAction }} />
          )}
        </div>
      )}
    </>
  );
}
