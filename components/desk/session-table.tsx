import { useTranslations } from "next-intl";
import type { DeskSession } from "@/lib/accounts/account-queries";
import { FoldedWord } from "./folded-word";
import { Moment } from "./moment";
import { Cell, FoldedRow, Head, RowHead, Table } from "./table";

/** Where a member is signed in. Nothing about the devices is known, and nothing is kept. */
export function SessionTable({ sessions }: { sessions: DeskSession[] }) {
  const t = useTranslations("desk.account");
  return (
    <Table
      caption={t("sessionsCaption")}
      head={
        <>
          <Head>{t("device")}</Head>
          <Head>{t("started")}</Head>
          <Head>{t("seen")}</Head>
        </>
      }
    >
      {sessions.map(({ id, createdAt, lastSeenAt, current }) => (
        <FoldedRow key={id} className="max-xl:grid">
          <RowHead className={current ? "font-semibold" : ""}>{current ? t("this") : t("other")}</RowHead>
          <Cell>
            <FoldedWord>{t("started")}</FoldedWord>
            <Moment at={createdAt} />
          </Cell>
          <Cell>
            <FoldedWord>{t("seen")}</FoldedWord>
            <Moment at={lastSeenAt} />
          </Cell>
        </FoldedRow>
      ))}
    </Table>
  );
}
