import Link from "next/link";
import { useTranslations } from "next-intl";
import { Cell, FoldedLabel, FoldedRow, Head, RowHead, Table } from "@/components/desk/table";
import type { ImportRowLine } from "@/lib/imports/queries";
import { ProblemTexts } from "./problem-texts";

type RowsProps = { rows: ImportRowLine[]; total: number };

/** Rows that could not be imported, with every reason. */
export function BadRows({ rows, total }: RowsProps) {
  const t = useTranslations("desk.import");
  return (
    <>
      <Table
        caption={t("badCaption")}
        head={
          <>
            <Head number className="w-20">
              {t("line")}
            </Head>
            <Head>{t("problem")}</Head>
          </>
        }
      >
        {rows.map(({ line, problems }) => (
          <FoldedRow key={line} className="max-xl:grid">
            <Line line={line} />
            <Cell>
              <ProblemTexts problems={problems} />
            </Cell>
          </FoldedRow>
        ))}
      </Table>
      <More count={total - rows.length} />
    </>
  );
}

/** Rows that go with a recipient that is there, and why. */
export function TwinRows({ caption, rows, total }: RowsProps & { caption: string }) {
  const t = useTranslations("desk.import");
  return (
    <>
      <Table
        caption={caption}
        head={
          <>
            <Head number className="w-20">
              {t("line")}
            </Head>
            <Head>{t("what")}</Head>
            <Head>{t("why")}</Head>
          </>
        }
      >
        {rows.map(({ line, recipient, reason }) => (
          <FoldedRow key={line} className="max-xl:grid">
            <Line line={line} />
            <Cell className="wrap-anywhere">
              {recipient ? (
                <Link href={`/desk/recipients/${recipient.id}`} prefetch={false} className="link">
                  {recipient.short}
                </Link>
              ) : (
                <span className="text-muted">{t("gone")}</span>
              )}
            </Cell>
            <Cell className="text-muted">{reason && t(`reasons.${reason as "used"}`)}</Cell>
          </FoldedRow>
        ))}
      </Table>
      <More count={total - rows.length} />
    </>
  );
}

function Line({ line }: { line: number }) {
  const t = useTranslations("desk.import");
  return (
    <RowHead className="text-muted xl:text-end">
      <FoldedLabel>{t("line")}</FoldedLabel>
      {line}
    </RowHead>
  );
}

function More({ count }: { count: number }) {
  const t = useTranslations("desk.import");
  return count > 0 ? <p className="mt-3 text-muted">{t("more", { count })}</p> : null;
}
