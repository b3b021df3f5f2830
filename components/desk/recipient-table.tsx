import { useTranslations } from "next-intl";
import type { DeskRecipient } from "@/lib/campaigns/desk-queries";
import type { Channel } from "@/lib/generated/prisma/enums";
import { letterListHref } from "@/lib/letters/schema";
import type { Totals } from "@/lib/reports/queries";
import { Count } from "./count";
import { Empty } from "./empty";
import { Cell, Head, Table } from "./table";
import { letterTallies, tellingTallies } from "./tallies";

type Line = { recipient: DeskRecipient; channel: Channel | null; totals: Totals | null };

function linesOf(recipient: DeskRecipient): Line[] {
  const lines = recipient.letters.map(({ channel, totals }) => ({ recipient, channel, totals }));
  return lines.length > 0 ? lines : [{ recipient, channel: null, totals: null }];
}

/** The letters of a campaign by recipient and channel; each number leads to the letters behind it. */
export function RecipientTable({ recipients, href }: { recipients: DeskRecipient[]; href: string }) {
  const t = useTranslations("desk");
  const rows = recipients.flatMap((recipient) => linesOf(recipient));
  const columns = tellingTallies(letterTallies, rows.flatMap(({ totals }) => totals ?? []));
  if (rows.length === 0) return <Empty>{t("recipients.none")}</Empty>;
  return (
    <Table
      caption={t("recipients.caption")}
      head={
        <>
          <Head>{t("recipients.recipient")}</Head>
          <Head>{t("letters.channel")}</Head>
          {columns.map((state) => (
            <Head key={state} number>
              {t(`tallies.${state}`)}
            </Head>
          ))}
        </>
      }
    >
      {rows.map(({ recipient, channel, totals }) => (
        <tr key={`${recipient.id} ${channel}`}>
          <th scope="row" className="border-b border-line py-2.5 pe-3 text-start font-normal max-md:min-w-40">
            {recipient.name}
            {recipient.role === "copy" && <span className="text-muted"> · {t("recipients.copy")}</span>}
          </th>
          <Cell>{channel ? t(`channels.${channel}`) : "—"}</Cell>
          {columns.map((state) => (
            <Cell key={state} number>
              <Count value={totals?.[state] ?? 0} href={letterListHref(href, { state, recipient: recipient.id })} />
            </Cell>
          ))}
        </tr>
      ))}
    </Table>
  );
}
