import Link from "next/link";
import { useTranslations } from "next-intl";
import type { AuditLine } from "@/lib/accounts/audit-queries";
import { FoldedWord } from "./folded-word";
import { Moment } from "./moment";
import { Cell, FoldedRow, Head, RowHead, Table } from "./table";

/** Lines of the audit log. Each id leads to all that is recorded about it. */
export function AuditTable({ lines, path }: { lines: AuditLine[]; path: string }) {
  const t = useTranslations("desk.audit");
  return (
    <Table
      caption={t("caption")}
      head={
        <>
          <Head>{t("what")}</Head>
          <Head>{t("who")}</Head>
          <Head>{t("subject")}</Head>
          <Head>{t("reason")}</Head>
          <Head>{t("when")}</Head>
        </>
      }
    >
      {lines.map(({ id, at, who, what, subject, subjectId, reason }) => (
        <FoldedRow key={id} className="max-xl:grid">
          <RowHead className="font-semibold">{what}</RowHead>
          <Cell className="wrap-anywhere">
            <FoldedWord>{t("who")}</FoldedWord>
            {who ?? t("nobody")}
          </Cell>
          <Cell className="wrap-anywhere">
            <FoldedWord>{t("subject")}</FoldedWord>
            {subject}
            {subjectId && (
              <Link
                href={`${path}?subject=${subjectId}`}
                prefetch={false}
                title={t("sameSubject")}
                className="block font-mono text-xs text-muted hover:text-blue hover:underline"
              >
                {subjectId}
              </Link>
            )}
          </Cell>
          <Cell className="wrap-anywhere">
            {reason && <FoldedWord>{t("reason")}</FoldedWord>}
            {reason}
          </Cell>
          <Cell className="xl:whitespace-nowrap">
            <FoldedWord>{t("when")}</FoldedWord>
            <Moment at={at} exact />
          </Cell>
        </FoldedRow>
      ))}
    </Table>
  );
}
