import Link from "next/link";
import { useTranslations } from "next-intl";
import { countryName } from "@/lib/format";
import { type LibraryFilter, type LibraryLine, libraryQuery, shownCell } from "@/lib/library/schema";
import { Empty } from "./empty";
import { Pager } from "./pager";
import { Cell, FoldedRow, Head, RowHead, Table } from "./table";
import { TickAll, TickBox } from "./tick-box";

type LibraryTableProps = { lines: LibraryLine[]; total: number; perPage: number; filter: LibraryFilter };

const path = "/desk/recipients";
const tones = { working: "text-muted", untried: "text-muted", failing: "text-amber", dead: "text-brick" } as const;

/** A page of the library for readers without script, and for small screens: each office with the way to its page. */
export function LibraryTable({ lines, total, perPage, filter }: LibraryTableProps) {
  const t = useTranslations("desk.library");
  const tick = useTranslations("desk.bulk");
  if (lines.length === 0)
    return (
      <Empty title={t("noneTitle")}>
        {t("none")}{" "}
        <Link href={path} className="link">
          {t("all")}
        </Link>
      </Empty>
    );
  const { page } = filter;
  const older = page * perPage < total ? address(libraryQuery({ ...filter, page: page + 1 })) : null;
  return (
    <>
      <Table
        caption={t("caption")}
        head={
          <>
            <Head>
              <span className="flex items-end gap-3">
                <TickAll label={tick("page")} />
                {t("columns.short")}
              </span>
            </Head>
            <Head>{t("columns.country")}</Head>
            <Head>{t("columns.holder")}</Head>
            <Head>{t("columns.email")}</Head>
            <Head>{t("columns.fax")}</Head>
            <Head>{t("columns.status")}</Head>
            <Head>{t("columns.tags")}</Head>
          </>
        }
      >
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </Table>
      <Pager
        label={t("pages")}
        newest={page > 1 ? { href: address(libraryQuery({ ...filter, page: 1 })), label: t("first") } : null}
        older={older === null ? null : { href: older, label: t("newer") }}
      />
    </>
  );
}

function Line({ line }: { line: LibraryLine }) {
  const t = useTranslations("desk");
  const { id, short, country, holder, holderStatus, email, fax, status, tags, doNotContact } = line;
  return (
    <FoldedRow className="max-xl:grid">
      <RowHead className="wrap-anywhere">
        <span className="flex items-baseline gap-3">
          <TickBox value={id} label={t("bulk.tick", { name: short || id })} />
          <span className="min-w-0">
            <Link href={`${path}/${id}`} prefetch={false} className="link font-semibold">
              {short || id}
            </Link>
            {doNotContact && <span className="block font-semibold text-brick">{t("library.doNotContact")}</span>}
          </span>
        </span>
      </RowHead>
      <Cell>{countryName(country, "en")}</Cell>
      <Cell className="wrap-anywhere">{holderStatus === "vacant" ? t("recipientList.vacant") : holder}</Cell>
      <Cell className="wrap-anywhere">{email}</Cell>
      <Cell className="whitespace-nowrap">{fax && shownCell("fax", fax)}</Cell>
      <Cell className={status ? tones[status] : "text-brick"}>
        {status ? t(`recipient.statuses.${status}`) : t("library.noAddress")}
      </Cell>
      <Cell className="wrap-anywhere max-xl:empty:hidden">{tags}</Cell>
    </FoldedRow>
  );
}

function address(query: Record<string, string>): string {
  return `${path}?${new URLSearchParams(query).toString()}`;
}
