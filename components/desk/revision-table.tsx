import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ListedRevision } from "@/lib/campaigns/revisions";
import { Moment } from "./moment";
import { Cell, FoldedRow, Head, RowHead, Table } from "./table";

/** What a campaign has said over time: each revision with its day, and what it changed. */
export function RevisionTable({ revisions, history }: { revisions: ListedRevision[]; history?: string | undefined }) {
  const t = useTranslations("desk.revisions");
  const c = useTranslations("desk.changes");
  return (
    <section aria-labelledby="revisions">
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-8">
        <h2 id="revisions" className="font-serif text-lg">
          {t("title")}
        </h2>
        {history && (
          <Link href={history} className="link">
            {c("title")}
          </Link>
        )}
      </div>
      <Table
        caption={t("caption")}
        head={
          <>
            <Head className="w-24">{t("number")}</Head>
            <Head className="w-40">{t("published")}</Head>
            <Head>{t("note")}</Head>
          </>
        }
      >
        {revisions.map(({ id, number, publishedAt, note, supersedesAt }) => (
          <FoldedRow key={id} className="max-xl:flex max-xl:flex-wrap max-xl:gap-x-4">
            <RowHead>{number}</RowHead>
            <Cell>{publishedAt ? <Moment at={publishedAt} /> : <span className="text-muted">{t("notYet")}</span>}</Cell>
            <Cell>
              <span dir="auto">{note || (number === 1 ? t("first") : "—")}</span>
              {supersedesAt && <span className="block text-xs text-amber">{t("supersedes")}</span>}
            </Cell>
          </FoldedRow>
        ))}
      </Table>
    </section>
  );
}
