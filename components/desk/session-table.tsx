import { useTranslations } from "next-intl";
import type { DeskSession } from "@/lib/accounts/account-queries";
import { ActButton } from "./act-button";
import type { FormAction } from "./action-form";
import { FoldedWord } from "./folded-word";
import { Moment } from "./moment";
import { Cell, FoldedRow, Head, RowHead, Table } from "./table";

/** Where a member is signed in. Of a device only browser and system are kept, in words. */
export function SessionTable({ sessions, end }: { sessions: DeskSession[]; end: FormAction }) {
  const t = useTranslations("desk.account");
  const s = useTranslations("desk.session");
  return (
    <Table
      caption={t("sessionsCaption")}
      head={
        <>
          <Head>{t("device")}</Head>
          <Head>{t("started")}</Head>
          <Head>{t("seen")}</Head>
          <Head>
            <span className="sr-only">{s("end")}</span>
          </Head>
        </>
      }
    >
      {sessions.map(({ id, createdAt, lastSeenAt, device, current }) => (
        <FoldedRow key={id} className="max-xl:grid">
          <RowHead className={current ? "font-semibold" : ""}>
            {device ?? s("unknown")}
            {current && <span className="font-normal text-muted"> · {s("this")}</span>}
          </RowHead>
          <Cell>
            <FoldedWord>{t("started")}</FoldedWord>
            <Moment at={createdAt} />
          </Cell>
          <Cell>
            <FoldedWord>{t("seen")}</FoldedWord>
            <Moment at={lastSeenAt} />
          </Cell>
          <Cell className="xl:text-end">
            {!current && (
              <ActButton
                action={end}
                fields={{ id }}
                pending={t("ending")}
                done={t("ended")}
                label={s("endWhich", { device: device ?? s("unknown") })}
              >
                {s("end")}
              </ActButton>
            )}
          </Cell>
        </FoldedRow>
      ))}
    </Table>
  );
}
