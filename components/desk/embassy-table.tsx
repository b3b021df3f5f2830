import Link from "next/link";
import { useTranslations } from "next-intl";
import type { EmbassyLine } from "@/lib/embassies/queries";
import { ActButton } from "./act-button";
import type { FormAction } from "./action-form";
import { Empty } from "./empty";
import { SampleMark } from "./sample-mark";
import { Cell, FoldedLabel, FoldedRow, Head, RowHead, Table } from "./table";

type EmbassyTableProps = {
  embassies: EmbassyLine[];
  /** The names of the countries that occur. */
  names: Record<string, string>;
  remove: (id: string) => FormAction;
};

const tones = { working: "", untried: "text-muted", failing: "text-amber", dead: "text-brick" } as const;

/** Who represents whom, and where: with the office behind it and how it is reached. */
export function EmbassyTable({ embassies, names, remove }: EmbassyTableProps) {
  const t = useTranslations("desk.embassies");
  if (embassies.length === 0) return <Empty>{t("noneOf")}</Empty>;
  return (
    <Table
      caption={t("caption")}
      head={
        <>
          <Head>{t("represents")}</Head>
          <Head>{t("host")}</Head>
          <Head>{t("covers")}</Head>
          <Head>{t("office")}</Head>
          <Head>{t("reached")}</Head>
          <Head>
            <span className="sr-only">{t("edit")}</span>
          </Head>
        </>
      }
    >
      {embassies.map((embassy) => (
        <EmbassyRow key={embassy.id} embassy={embassy} names={names} remove={remove(embassy.id)} />
      ))}
    </Table>
  );
}

type RowProps = { embassy: EmbassyLine; names: Record<string, string>; remove: FormAction };

function EmbassyRow({
  embassy: { id, represents, host, coversAlso, office, holder, sample, addresses },
  names,
  remove,
}: RowProps) {
  const t = useTranslations("desk");
  const list = (codes: string[]) => codes.map((code) => names[code] ?? code).join(", ");
  return (
    <FoldedRow className="max-xl:grid max-xl:gap-y-1">
      <RowHead className="font-semibold">{list([represents])}</RowHead>
      <Cell>
        <span className="text-muted xl:hidden">{t("embassies.host")} </span>
        {list([host])}
      </Cell>
      <Cell className={coversAlso.length === 0 ? "max-xl:hidden" : ""}>
        <FoldedLabel>{t("embassies.covers")}</FoldedLabel>
        {list(coversAlso) || "–"}
      </Cell>
      <Cell className="wrap-anywhere">
        <Link href={`/desk/embassies/${id}`} className="link">
          {office}
        </Link>
        {sample && <SampleMark />}
        {holder && <span className="block text-muted">{holder}</span>}
      </Cell>
      <Cell className="wrap-anywhere">
        {addresses.length === 0 && <span className="text-brick">{t("embassies.noAddress")}</span>}
        <ul>
          {addresses.map(({ id: key, channel, shown, standing }) => (
            <li key={key}>
              {t(`channels.${channel}`)}: <bdi>{shown}</bdi>
              {standing !== "working" && (
                <span className={tones[standing]}> · {t(`recipient.statuses.${standing}`)}</span>
              )}
            </li>
          ))}
        </ul>
      </Cell>
      <Cell className="print:hidden">
        <ActButton
          action={remove}
          pending={t("embassies.removing")}
          done={t("embassies.removed")}
          label={t("embassies.removeOf", { office })}
        >
          {t("embassies.remove")}
        </ActButton>
      </Cell>
    </FoldedRow>
  );
}
