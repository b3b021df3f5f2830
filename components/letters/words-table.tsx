import Link from "next/link";
import { useTranslations } from "next-intl";
import { languageName } from "@/components/desk/language-name";
import { Moment } from "@/components/desk/moment";
import { Cell, FoldedLabel, FoldedRow, Head, RowHead, Table } from "@/components/desk/table";
import { countryName } from "@/lib/format";
import type { ListedWords } from "@/lib/letters/list-words";

/** Writers whose letters are held for their words; nothing says who they are. */
export function WordsTable({ rows, path }: { rows: ListedWords[]; path: string }) {
  const t = useTranslations("desk.words");
  return (
    <Table
      caption={t("caption")}
      head={
        <>
          <Head>{t("writer")}</Head>
          <Head>{t("since")}</Head>
          <Head>{t("country")}</Head>
          <Head>{t("language")}</Head>
          <Head>{t("asked")}</Head>
          <Head number>{t("letters")}</Head>
        </>
      }
    >
      {rows.map(({ signatureId, letters, since, askedAt, changedAt, country, language }) => (
        <FoldedRow key={signatureId} className="max-xl:grid max-xl:grid-cols-2 max-xl:gap-x-4">
          <RowHead className="max-xl:col-span-2">
            <Link href={`${path}/${signatureId}`} prefetch={false} className="link font-mono text-xs">
              {signatureId.slice(-8)}
            </Link>
          </RowHead>
          <Cell>
            <FoldedLabel>{t("since")}</FoldedLabel>
            <Moment at={since} />
          </Cell>
          <Cell>
            <FoldedLabel>{t("country")}</FoldedLabel>
            {countryName(country, "en")}
          </Cell>
          <Cell>
            <FoldedLabel>{t("language")}</FoldedLabel>
            {languageName(language)}
          </Cell>
          <Cell>
            <FoldedLabel>{t("asked")}</FoldedLabel>
            <Asked {...{ askedAt, changedAt }} />
          </Cell>
          <Cell number>
            <FoldedLabel>{t("letters")}</FoldedLabel>
            {letters}
          </Cell>
        </FoldedRow>
      ))}
    </Table>
  );
}

function Asked({ askedAt, changedAt }: Pick<ListedWords, "askedAt" | "changedAt">) {
  const t = useTranslations("desk.words");
  if (askedAt) return <Moment at={askedAt} />;
  if (!changedAt) return <span className="text-muted">{t("notAsked")}</span>;
  return (
    <>
      {t("changed")} <Moment at={changedAt} />
    </>
  );
}
