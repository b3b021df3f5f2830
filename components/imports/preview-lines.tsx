import { useTranslations } from "next-intl";
import { Cell, FoldedLabel, FoldedRow, Head, RowHead, Table } from "@/components/desk/table";
import type { ImportPreview, PreviewLine } from "@/lib/imports/preview";
import { ProblemTexts } from "./problem-texts";

type PreviewLinesProps = { preview: ImportPreview; names: Record<string, string> };

/** What the first rows would become, or what is wrong with them. */
export function PreviewLines({ preview: { lines, looked, bad }, names }: PreviewLinesProps) {
  const t = useTranslations("desk.import");
  return (
    <>
      <p className="mb-4 max-w-[62ch] text-muted">{t("willBeLead", { looked, bad })}</p>
      <Table
        caption={t("willBe")}
        head={
          <>
            <Head number>{t("line")}</Head>
            <Head>{t("what")}</Head>
            <Head>{t("fields.country")}</Head>
            <Head>{t("reached")}</Head>
          </>
        }
      >
        {lines.map((line) => (
          <FoldedRow key={line.line} className="max-xl:grid max-xl:gap-y-1">
            <Cell number className="text-muted">
              <FoldedLabel>{t("line")}</FoldedLabel>
              {line.line}
            </Cell>
            {line.office ? (
              <Office office={line.office} names={names} />
            ) : (
              <Cell colSpan={3}>
                <ProblemTexts problems={line.problems} />
              </Cell>
            )}
          </FoldedRow>
        ))}
      </Table>
    </>
  );
}

function Office({ office, names }: { office: NonNullable<PreviewLine["office"]>; names: Record<string, string> }) {
  const t = useTranslations("desk.import");
  const belongs = [...office.tags, ...office.groups];
  return (
    <>
      <RowHead className="wrap-anywhere">
        <bdi className="font-semibold">{office.office}</bdi>
        {office.holder && <p className="text-muted">{office.holder}</p>}
        {belongs.length > 0 && <p className="text-sm text-muted">{belongs.join(" · ")}</p>}
      </RowHead>
      <Cell>{names[office.country] ?? office.country}</Cell>
      <Cell className="wrap-anywhere">
        {office.addresses.length === 0 && <span className="text-amber">{t("noAddress")}</span>}
        {office.addresses.map(({ channel, value }) => (
          <p key={`${channel} ${value}`}>
            <bdi>{value}</bdi>
          </p>
        ))}
      </Cell>
    </>
  );
}
