import Link from "next/link";
import { useTranslations } from "next-intl";
import { Cell, FoldedLabel, FoldedRow, Head, RowHead, Table } from "@/components/desk/table";
import type { ListedCase } from "@/lib/cases/queries";
import { countryName } from "@/lib/format";

/** Every case in one line: where, whom it is about, and how many campaigns it has. */
export function CaseTable({ cases }: { cases: ListedCase[] }) {
  const t = useTranslations("desk.cases");
  return (
    <Table
      caption={t("caption")}
      head={
        <>
          <Head>{t("case")}</Head>
          <Head>{t("country")}</Head>
          <Head>{t("persons")}</Head>
          <Head number>{t("campaigns")}</Head>
        </>
      }
    >
      {cases.map((one) => (
        <CaseRow key={one.id} one={one} />
      ))}
    </Table>
  );
}

function CaseRow({ one: { id, title, country, persons, campaigns } }: { one: ListedCase }) {
  const t = useTranslations("desk.cases");
  return (
    <FoldedRow className="max-xl:grid max-xl:grid-cols-2 max-xl:gap-x-4 max-xl:gap-y-2">
      <RowHead className="py-3.5 pe-6 max-xl:col-span-full">
        <Link
          href={`/desk/cases/${id}`}
          className="font-serif text-[1.0625rem] leading-6 wrap-anywhere hover:text-blue hover:underline"
        >
          {title}
        </Link>
      </RowHead>
      <Cell>
        <FoldedLabel>{t("country")}</FoldedLabel>
        {countryName(country, "en")}
      </Cell>
      <Cell className="wrap-anywhere max-xl:col-span-full max-xl:order-last">
        <FoldedLabel>{t("persons")}</FoldedLabel>
        {persons.length > 0 ? persons.join(" · ") : <span className="text-muted">{t("noPersons")}</span>}
      </Cell>
      <Cell number>
        <FoldedLabel>{t("campaigns")}</FoldedLabel>
        {campaigns > 0 ? (
          <Link href={`/desk/cases/${id}#campaigns`} prefetch={false} className="text-blue hover:underline">
            {campaigns}
          </Link>
        ) : (
          <span className="text-muted">0</span>
        )}
      </Cell>
    </FoldedRow>
  );
}
