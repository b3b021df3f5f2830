import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { AuditSearchForm } from "@/components/desk/audit-search";
import { AuditTable } from "@/components/desk/audit-table";
import { Empty } from "@/components/desk/empty";
import { PageHead } from "@/components/desk/page-head";
import { Pager } from "@/components/desk/pager";
import { mayDo } from "@/lib/accounts/access";
import { listAuditedMembers, listEvents } from "@/lib/accounts/audit-queries";
import { auditWords } from "@/lib/accounts/audit-words";
import { withQuery } from "@/lib/accounts/return-path";
import { auditSearchSchema } from "@/lib/accounts/schema";

type Props = { searchParams: Promise<Record<string, unknown>> };

const path = "/desk/audit";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.audit");
  return { title: t("title") };
}

export default async function AuditPage({ searchParams }: Props) {
  const { before, ...query } = await searchParams;
  const actor = await requireActor(path);
  const search = auditSearchSchema.parse(query);
  const start = typeof before === "string" ? before : null;
  const unread = unreadSubject(query.subject, search.subject);
  const { lines, older } = await allowed(listEvents(actor, { search, before: start, limit: 50 }));
  const members = await allowed(listAuditedMembers(actor));
  const t = await getTranslations("desk.audit");
  const words = [...auditWords].toSorted(([, one], [, other]) => one.localeCompare(other, "en"));
  const file = !unread && mayDo(actor, "audit.export") && (
    <a href={withQuery(`${path}/export`, search)} download className="link print:hidden">
      {t("export")}
    </a>
  );
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} action={file} />
      <AuditSearchForm search={search} unread={unread} members={members} words={words} path={path} />
      {lines.length === 0 && !unread && <Empty>{t("empty")}</Empty>}
      {lines.length > 0 && !unread && <AuditTable lines={lines} path={path} />}
      {!unread && (
        <div className="print:hidden">
          <Pager
            label={t("pages")}
            newest={start ? { href: withQuery(path, search), label: t("newest") } : null}
            older={older ? { href: withQuery(path, { ...search, before: older }), label: t("older") } : null}
          />
        </div>
      )}
    </>
  );
}

/** What was asked for as an id and is none: such a search must not look as if it had found everything. */
function unreadSubject(asked: unknown, read: string | undefined): string | undefined {
  return typeof asked === "string" && asked.trim() && !read ? asked : undefined;
}
