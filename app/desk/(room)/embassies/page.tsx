import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { EmbassyFilter } from "@/components/desk/embassy-filter";
import { EmbassyTable } from "@/components/desk/embassy-table";
import { Empty } from "@/components/desk/empty";
import { LinkButton } from "@/components/desk/link-button";
import { PageHead } from "@/components/desk/page-head";
import { SampleEmbassies } from "@/components/desk/sample-embassies";
import { mayDo } from "@/lib/accounts/access";
import { listEmbassies } from "@/lib/embassies/queries";
import { countryName, listCountries } from "@/lib/format";
import { loadSamplesAction, removeAction } from "./actions";

type Props = { searchParams: Promise<{ done?: unknown; country?: unknown }> };

const changes = ["added", "saved", "removed", "imported", "samples"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.embassies");
  return { title: t("title") };
}

export default async function EmbassiesPage({ searchParams }: Props) {
  const actor = await requireActor("/desk/embassies");
  const all = await allowed(listEmbassies(actor));
  const { done, country } = await searchParams;
  const change = changes.find((one) => one === done);
  const t = await getTranslations("desk.embassies");
  const codes = [...new Set(all.flatMap(({ represents, host, coversAlso }) => [represents, host, ...coversAlso]))];
  const names = Object.fromEntries(codes.map((code) => [code, countryName(code, "en")]));
  const wanted = typeof country === "string" && country in names ? country : "";
  const shown = all.filter((one) => !wanted || [one.represents, one.host, ...one.coversAlso].includes(wanted));
  const add = (
    <LinkButton href="/desk/embassies/new" look="main">
      {t("add")}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} action={add}>
        {change && (
          <p role="status" className="mt-3 max-w-[62ch] font-semibold text-moss">
            ✓ {t(`done.${change}`)}
          </p>
        )}
      </PageHead>
      {all.length === 0 ? (
        <Empty title={t("emptyTitle")}>
          <p>{t("empty")}</p>
          <Link href="/desk/embassies/import" className="link">
            {t("importFile")}
          </Link>
        </Empty>
      ) : (
        <>
          <EmbassyFilter
            countries={listCountries("en").filter(({ code }) => code in names)}
            wanted={wanted}
            exports={mayDo(actor, "embassies.export")}
          />
          <EmbassyTable embassies={shown} names={names} remove={(id) => removeAction.bind(null, id)} />
        </>
      )}
      {!all.some(({ sample }) => sample) && <SampleEmbassies action={loadSamplesAction} />}
    </>
  );
}
