import { useTranslations } from "next-intl";
import type { DeskRecipient } from "@/lib/campaigns/desk-queries";
import type { Channel, TallyState } from "@/lib/generated/prisma/enums";
import { letterListHref } from "@/lib/letters/schema";
import type { Totals } from "@/lib/reports/queries";
import { Count } from "./count";
import { Empty } from "./empty";
import { Cell, FoldedLabel, FoldedRow, Head, RowHead, Table } from "./table";
import { letterTallies, tellingTallies } from "./tallies";

type Line = { recipient: DeskRecipient; channel: Channel | null; totals: Totals | null };

type RecipientTableProps = {
  recipients: DeskRecipient[];
  /** The channels that letters leave by here; by the others each signer sends them. */
  carried: Channel[];
  href: string;
};

/** The letters of a campaign by recipient and channel; each number leads to the letters behind it. */
export function RecipientTable({ recipients, carried, href }: RecipientTableProps) {
  const t = useTranslations("desk");
  const lines = recipients.flatMap(linesOf);
  const columns = tellingTallies(
    letterTallies,
    lines.flatMap(({ totals }) => totals ?? []),
  );
  if (lines.length === 0) return <Empty>{t("recipients.none")}</Empty>;
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
      {lines.map((line) => (
        <RecipientRow
          key={`${line.recipient.id} ${line.channel}`}
          line={line}
          carried={carried}
          columns={columns}
          href={href}
        />
      ))}
    </Table>
  );
}

function linesOf(recipient: DeskRecipient): Line[] {
  const lines = recipient.letters.map(({ channel, totals }) => ({ recipient, channel, totals }));
  return lines.length > 0 ? lines : [{ recipient, channel: recipient.channel, totals: null }];
}

type RecipientRowProps = Pick<RecipientTableProps, "carried" | "href"> & { line: Line; columns: TallyState[] };

function RecipientRow({ line, carried, columns, href }: RecipientRowProps) {
  const t = useTranslations("desk");
  const { recipient, channel, totals } = line;
  return (
    <FoldedRow className="max-xl:grid max-xl:grid-cols-[repeat(auto-fill,minmax(6rem,1fr))] max-xl:gap-x-4 max-xl:gap-y-1">
      <RowHead className="max-xl:col-span-full">
        {recipient.name}
        {recipient.role === "copy" && <span className="text-muted"> · {t("recipients.copy")}</span>}
      </RowHead>
      <Cell className="max-xl:col-span-full max-xl:text-muted">
        {channel ? t(`channels.${channel}`) : t("recipients.noChannel")}
        {channel && !carried.includes(channel) && (
          <span className="block text-xs leading-5 text-muted">{t("recipients.theySend")}</span>
        )}
      </Cell>
      {columns.map((state) => (
        <Cell key={state} number className={totals?.[state] ? "" : "max-xl:hidden"}>
          <FoldedLabel>{t(`tallies.${state}`)}</FoldedLabel>
          <Count value={totals?.[state] ?? 0} href={letterListHref(href, { state, recipient: recipient.id })} />
        </Cell>
      ))}
    </FoldedRow>
  );
}
