import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { withQuery } from "@/lib/accounts/return-path";
import { allowed } from "@/app/desk/allowed";
import { Empty } from "@/components/desk/empty";
import { OutboxTable } from "@/components/desk/outbox-table";
import { PageHead } from "@/components/desk/page-head";
import { Pager } from "@/components/desk/pager";
import { openOutbox } from "@/lib/delivery/open-outbox";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.outbox");
  return { title: t("title") };
}

export default async function OutboxPage({ searchParams }: { searchParams: Promise<{ before?: unknown }> }) {
  const actor = await requireActor(withQuery("/desk/outbox", await searchParams));
  const { before: asked } = await searchParams;
  const before = typeof asked === "string" ? asked : undefined;
  const { entries, next } = await allowed(openOutbox(actor, { before, limit: 50 }));
  const t = await getTranslations("desk.outbox");
  return (
    <>
      <PageHead title={t("title")}>
        <p className="mt-2 max-w-[62ch] text-muted">{t("lead")}</p>
      </PageHead>
      {entries.length > 0 ? (
        <OutboxTable entries={entries} />
      ) : (
        <Empty title={t("emptyTitle")}>
          <p>{t("empty")}</p>
          <a href="/" className="link">
            {t("toAppeals")}
          </a>
        </Empty>
      )}
      <Pager
        label={t("pages")}
        newest={before ? { href: "/desk/outbox", label: t("newest") } : null}
        older={next ? { href: `/desk/outbox?before=${encodeURIComponent(next)}`, label: t("older") } : null}
      />
    </>
  );
}
