import { useTranslations } from "next-intl";
import { Count } from "@/components/desk/count";
import { Cell, FoldedLabel } from "@/components/desk/table";
import type { TallyState } from "@/lib/generated/prisma/enums";
import { letterListHref } from "@/lib/letters/schema";
import type { Movement } from "@/lib/delivery/lines";
import type { Station } from "@/lib/delivery/schema";
import { formatPace } from "@/components/desk/formats";
import { TimeLeft } from "./time-left";

type FigureCellsProps = {
  of: Movement & { stopped: boolean };
  columns: Station[];
  /** The campaign's page with the list of letters. */
  href: string;
  recipient?: string;
};

/** How many letters are where, each number a link to them; how fast they go, and for how long still. */
export function FigureCells({ of, columns, href, recipient }: FigureCellsProps) {
  const t = useTranslations("desk.delivery");
  const { counts, pace, stopped } = of;
  return (
    <>
      {columns.map((station) => (
        <Cell key={station} number className={quietWhereFolded(station, counts[station])}>
          <FoldedLabel>{t(`stations.${station}`)}</FoldedLabel>
          <Count value={counts[station]} href={letterListHref(href, { state: tallyOf(station), recipient })} />
        </Cell>
      ))}
      <Cell number className={pace > 0 ? "" : "max-xl:hidden"}>
        <FoldedLabel>{t("pace")}</FoldedLabel>
        {pace > 0 ? formatPace(pace) : <span className="text-muted">0</span>}
      </Cell>
      <Cell number className={of.minutesLeft === null && !stopped ? "max-xl:hidden" : ""}>
        <FoldedLabel>{t("finish")}</FoldedLabel>
        <TimeLeft minutes={of.minutesLeft} stopped={stopped && counts.waiting + counts.leaving > 0} />
      </Cell>
    </>
  );
}

/** Where the table is folded, nought is said of the two that everybody looks for, and left out of the others. */
function quietWhereFolded(station: Station, count: number): string {
  return count > 0 || station === "waiting" || station === "accepted" ? "" : "max-xl:hidden";
}

// The list of letters knows one state for all that shall still leave.
function tallyOf(station: Station): TallyState {
  return station === "waiting" || station === "leaving" ? "queued" : station;
}
