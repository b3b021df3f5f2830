import Link from "next/link";
import { useTranslations } from "next-intl";
import type { OutboxEntry } from "@/lib/delivery/outbox";
import { Moment } from "./moment";
import { Cell, Head, Table } from "./table";

const folded = "max-md:border-0 max-md:p-0";

/** Captured messages by kind, campaign and time. Who wrote them stands inside, and opening one is recorded. */
export function OutboxTable({ entries }: { entries: OutboxEntry[] }) {
  const t = useTranslations("desk");
  return (
    <Table
      fold
      caption={t("outbox.caption")}
      head={
        <>
          <Head>{t("outbox.captured")}</Head>
          <Head>{t("outbox.message")}</Head>
          <Head>{t("outbox.campaign")}</Head>
          <Head>{t("outbox.messageId")}</Head>
        </>
      }
    >
      {entries.map(({ table, id, kind, stateAt, campaignSlug, messageId }) => (
        <tr key={id} className="max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-4 max-md:border-b max-md:border-line max-md:py-3">
          <Cell className={`whitespace-nowrap text-muted max-md:order-2 ${folded}`}>
            <Moment at={stateAt} />
          </Cell>
          <Cell className={folded}>
            {/* No prefetch: a message that was fetched counts as read. */}
            <Link href={`/desk/outbox/${table}/${id}`} prefetch={false} className="text-blue hover:underline">
              {t(`mailKinds.${kind}`)}
            </Link>
          </Cell>
          <Cell className={`break-words max-md:order-3 max-md:col-span-2 max-md:text-muted ${folded}`}>{campaignSlug}</Cell>
          <Cell className={`font-mono text-xs text-muted max-md:hidden ${folded}`}>{messageId}</Cell>
        </tr>
      ))}
    </Table>
  );
}
