import { useTranslations } from "next-intl";
import type { PartnerTotals } from "@/lib/embeds/queries";
import { Empty } from "./empty";
import { formatNumber } from "./formats";
import { Cell, FoldedLabel, FoldedRow, Head, RowHead, Table } from "./table";

const columns = ["signed", "confirmed", "accepted", "self_reported"] as const;

/** What came by each partner's link or frame. */
export function PartnerTable({ partners }: { partners: PartnerTotals[] }) {
  const t = useTranslations("desk.embed");
  if (partners.length === 0) return <Empty title={t("noneTitle")}>{t("none")}</Empty>;
  return (
    <>
      <p className="mb-4 max-w-[62ch] text-muted">{t("partnersLead")}</p>
      <Table
        caption={t("partnersTitle")}
        head={
          <>
            <Head>{t("partner")}</Head>
            {columns.map((column) => (
              <Head key={column} number>
                {t(column)}
              </Head>
            ))}
          </>
        }
      >
        {partners.map(({ partner, ...counts }) => (
          <FoldedRow key={partner} className="max-xl:grid max-xl:grid-cols-2 max-xl:gap-y-1">
            <RowHead className="wrap-anywhere max-xl:col-span-2">
              {partner === "" ? <span className="text-muted">{t("direct")}</span> : <bdi>{partner}</bdi>}
            </RowHead>
            {columns.map((column) => (
              <Cell key={column} number>
                <FoldedLabel>{t(column)}</FoldedLabel>
                {formatNumber(counts[column])}
              </Cell>
            ))}
          </FoldedRow>
        ))}
      </Table>
    </>
  );
}
