import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { Empty } from "@/components/desk/empty";
import { PageHead } from "@/components/desk/page-head";
import { UnreachedList } from "@/components/desk/unreached-list";
import { mayDo } from "@/lib/accounts/access";
import { countryName } from "@/lib/format";
import { listUnreached } from "@/lib/recipients/list-unreached";
import { deadAction, releaseAction, worksAction } from "./actions";

type Props = { searchParams: Promise<{ done?: unknown }> };

const changes = ["works", "dead", "release"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.addresses");
  return { title: t("title") };
}

export default async function AddressesPage({ searchParams }: Props) {
  const actor = await requireActor("/desk/addresses");
  const unreached = await allowed(listUnreached(actor));
  const releases = mayDo(actor, "recipients.release");
  const acts = (id: string) => ({
    works: releases ? worksAction.bind(null, id) : undefined,
    dead: deadAction.bind(null, id),
  });
  const { done } = await searchParams;
  const change = changes.find((one) => one === done);
  const t = await getTranslations("desk.addresses");
  const countries = Object.fromEntries(unreached.map(({ country }) => [country, countryName(country, "en")]));
  return (
    <>
      <PageHead title={t("title")}>
        <p className="mt-2 max-w-[62ch] text-muted">{t("lead")}</p>
        {change && (
          <p role="status" className="mt-3 max-w-[62ch] font-semibold text-moss">
            ✓ {t(`done.${change}`)}
          </p>
        )}
      </PageHead>
      {unreached.length === 0 ? (
        <Empty title={t("emptyTitle")}>{t("empty")}</Empty>
      ) : (
        <UnreachedList
          unreached={unreached}
          countries={countries}
          letters={mayDo(actor, "letters.read")}
          acts={mayDo(actor, "campaigns.edit") ? acts : undefined}
          release={releases ? (id) => releaseAction.bind(null, id) : undefined}
        />
      )}
    </>
  );
}
