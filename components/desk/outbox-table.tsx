import Link from "next/link";
import { useTranslations } from "next-intl";
import type { OutboxEntry } from "@/lib/delivery/outbox";
import { Moment } from "./moment";
import { Cell, FoldedRow, Head, Table } from "./table";

/** Captured messages by kind, office, campaign and time. Who wrote them stands inside, and opening one is recorded. */
export function OutboxTable({ entries }: { entries: OutboxEntry[] }) {
  const t = useTranslations("desk");
  return (
    <Table
      caption={t("outbox.caption")}
      head={
        <>
          <Head>{t("outbox.captured")}</Head>
          <Head>{t("outbox.message")}</Head>
          <Head>{t("outbox.to")}</Head>
          <Head className="w-1/2">{t("outbox.campaign")}</Head>
        </>
      }
    >
      {entries.map(({ table, id, kind, stateAt, campaign, office }) => (
        <FoldedRow key={id} className="max-xl:grid max-xl:grid-cols-[1fr_auto] max-xl:gap-x-4">
          <Cell className="whitespace-nowrap max-xl:order-2 max-xl:text-muted">
            <Moment at={stateAt} />
          </Cell>
          <Cell className="whitespace-nowrap">
            {/* No prefetch: a message that was fetched counts as read. */}
            <Link href={`/desk/outbox/${table}/${id}`} prefetch={false} className="text-blue hover:underline">
              {t(`mailKinds.${kind}`)}
            </Link>
          </Cell>
          <Cell className="wrap-anywhere max-xl:order-3 max-xl:col-span-2">
            {kind === "letter" ? office : t(`outbox.receivers.${kind}`)}
          </Cell>
          <Cell className="wrap-anywhere max-xl:order-3 max-xl:col-span-2 max-xl:text-muted">{campaign ?? "—"}</Cell>
        </FoldedRow>
      ))}
    </Table>
  );
}
