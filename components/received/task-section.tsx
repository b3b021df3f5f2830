"use client";

import { useTranslations } from "next-intl";
import { Tick } from "@/components/desk/fields";
import { formatDay } from "@/components/desk/formats";
import { Section } from "@/components/desk/section";
import type { Draft, Repair } from "@/lib/importing/schema";
import { type RepairKey, repairsField } from "@/lib/received/schema";
import { ToLines } from "./piece";
import { PlaceholderTasks } from "./placeholder-tasks";

/** `turned`: whether one of the repairs has just been undone or made again. */
type TaskSectionProps = { draft: Draft; undone: RepairKey[]; turned: boolean };

/** What a member should look at, and what was changed in the text before it was read. */
export function TaskSection({ draft, undone, turned }: TaskSectionProps) {
  const t = useTranslations("desk.importing");
  const { warnings, lossy, repairs } = draft;
  const quiet = warnings.length === 0 && lossy.length === 0;
  return (
    <Section id="draft-tasks" title={t("toDo")}>
      {quiet ? <p className="text-muted">{t("nothingToDo")}</p> : <p className="mb-3 text-muted">{t("toDoLead")}</p>}
      <ul className="space-y-2">
        {warnings.map((warning, at) => (
          <WarningTask key={at} n={at + 1} warning={warning} />
        ))}
        <PlaceholderTasks />
      </ul>
      {lossy.length > 0 && (
        <div className="mt-3 border-s-4 border-brick bg-sheet px-4 py-2">
          <p>{t("losses", { count: lossy.length })}</p>
          <ul className="mt-1 flex flex-wrap gap-x-4">
            {lossy.map(({ text, lines }) => (
              <li key={text}>
                <bdi className="font-semibold">{text}</bdi> <ToLines lines={lines} label={text} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {repairs.length + undone.length > 0 && <Repairs repairs={repairs} undone={undone} turned={turned} />}
    </Section>
  );
}

function WarningTask({ n, warning: { code, values, lines } }: { n: number; warning: Draft["warnings"][number] }) {
  const words = useTranslations("desk.importing.warnings");
  const text = words.has(code) ? words(code, inWords(values)) : code;
  return (
    <li>
      <Tick name={`warning-w${n}-done`} label={<bdi>{text}</bdi>} />
      {lines.length > 0 && (
        <p className="ps-9">
          <ToLines lines={lines} label={text} />
        </p>
      )}
    </li>
  );
}

/** Days as the desk writes them. */
function inWords(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, dayInWords(value)]));
}

function dayInWords(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(new Date(value)) : value;
}

function Repairs({ repairs, undone, turned }: Omit<TaskSectionProps, "draft"> & { repairs: Repair[] }) {
  const t = useTranslations("desk.importing");
  return (
    <details className="mt-3" open={turned}>
      <summary id={repairsField} className="link flex min-h-11 cursor-pointer items-center">
        {t("repairs", { count: repairs.length + undone.length })}
      </summary>
      <p className="text-muted">{t("repairsLead")}</p>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {repairs.map((repair) => (
          <li key={JSON.stringify([repair.reason, repair.from, repair.to])} className="py-2">
            <Change of={repair} /> <ToLines lines={repair.lines} label={repair.to} />{" "}
            <TurnButton of={repair} label={t("undoLabel", shown(repair))}>
              {t("undo")}
            </TurnButton>
          </li>
        ))}
        {undone.map((repair) => (
          <li key={JSON.stringify([repair.reason, repair.from, repair.to])} className="py-2">
            <Change of={repair} /> <span className="text-muted">{t("undone")}</span>{" "}
            <TurnButton of={repair} label={t("redoLabel", shown(repair))}>
              {t("redo")}
            </TurnButton>
          </li>
        ))}
      </ul>
    </details>
  );
}

function shown({ from, to }: RepairKey): { from: string; to: string } {
  return { from: from.trim() || "␣", to: to.trim() || "␣" };
}

function Change({ of }: { of: RepairKey }) {
  const t = useTranslations("desk.importing.repairReasons");
  const { from, to } = shown(of);
  return (
    <span className="wrap-anywhere">
      <del className="text-muted">{from}</del> <ins className="font-semibold text-moss decoration-dotted">{to}</ins>{" "}
      <span className="text-xs text-muted">{t(of.reason)}</span>
    </span>
  );
}

/** Makes or undoes a repair; what is typed is kept with it. */
function TurnButton({ of: { reason, from, to }, label, children }: { of: RepairKey; label: string; children: string }) {
  return (
    <button
      name="act"
      value={`turn:${JSON.stringify([reason, from, to])}`}
      aria-label={label}
      className="link min-h-6 cursor-pointer font-semibold"
    >
      {children}
    </button>
  );
}
