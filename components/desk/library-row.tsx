"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { countryName } from "@/lib/format";
import { type CellField, type LibraryLine, shownCell } from "@/lib/library/schema";
import { languageName } from "./language-name";
import { LibraryEditor, type Leave } from "./library-editor";
import { columns, type ColumnName, fieldOf, readOnlyText } from "./library-columns";
import type { LibraryChoices } from "./library-filter";
import { type Draft, keyOf } from "./use-library-cells";

/** In pixels; every row has it, so that the place of each is known without measuring. */
export const rowHeight = 36;

/** The cell that is written in. */
export type OpenCell = { id: string; field: CellField; text: string };

type LibraryRowProps = {
  line: LibraryLine;
  index: number;
  choices: LibraryChoices;
  /** The column that has the focus; -1 in other rows. */
  active: number;
  open: OpenCell | null;
  drafts: ReadonlyMap<string, Draft>;
  /** Missing where nothing can be done with many. */
  ticked: boolean | undefined;
  /** @param range with all from the one that was ticked last */
  tick: (range: boolean) => void;
  focus: (column: number) => void;
  begin: () => void;
  commit: (line: LibraryLine, field: CellField, text: string, move?: { row?: number; column?: number }) => void;
  cancel: (line: LibraryLine, field: CellField) => void;
};

const tones = {
  working: "",
  untried: "text-muted",
  failing: "text-amber",
  dead: "text-brick",
  "": "text-brick",
} as const;

/** One office of the grid. */
export function LibraryRow(props: LibraryRowProps) {
  const { line, index, choices, active, open, drafts, ticked, tick, focus, begin, commit, cancel } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={ticked}
      style={{ height: rowHeight, transform: `translateY(${index * rowHeight}px)` }}
      className={`absolute start-0 top-0 flex w-full border-b border-line focus-within:z-10 ${ticked ? "bg-sheet" : ""}`}
    >
      {columns.map(({ name, width }, column) => {
        const field = fieldOf(name);
        const draft = field ? drafts.get(keyOf(line.id, field)) : undefined;
        const editing = open !== null && open.field === field;
        const problem = draft?.message ?? null;
        const leave: Leave = {
          commit: (text, move) => field && commit(line, field, text, move),
          cancel: () => field && cancel(line, field),
        };
        return (
          <div
            key={name}
            role={column === 0 ? "rowheader" : "gridcell"}
            aria-colindex={column + 1}
            aria-readonly={field === null}
            aria-invalid={problem !== null}
            data-at={`${index}-${column}`}
            tabIndex={column === active && !editing ? 0 : -1}
            onFocus={() => column !== active && focus(column)}
            onDoubleClick={begin}
            style={{ width }}
            className={`group relative flex shrink-0 items-center px-2 outline-offset-[-2px] ${column === 0 ? "sticky start-0 z-[1] gap-2" : ""} ${column === 0 ? (ticked ? "bg-sheet" : "bg-paper") : ""} ${problem ? "bg-sheet text-brick" : ""}`}
          >
            {column === 0 && ticked !== undefined && !editing && <Tick {...{ line, ticked, tick }} />}
            {editing ? (
              <LibraryEditor {...{ open, choices, leave, problem }} label={name} />
            ) : (
              <CellText {...{ line, name, draft }} />
            )}
            {problem && <Problem text={problem} shown={editing || column === active} />}
          </div>
        );
      })}
    </div>
  );
}

type TickProps = { line: LibraryLine; ticked: boolean; tick: (range: boolean) => void };

/** By the mouse; by keys the row is ticked with Space in any of its cells. */
function Tick({ line, ticked, tick }: TickProps) {
  const t = useTranslations("desk.bulk");
  return (
    <label className="relative inline-flex before:absolute before:-inset-2.5">
      <span className="sr-only">{t("tick", { name: line.short || line.id })}</span>
      <input
        type="checkbox"
        tabIndex={-1}
        checked={ticked}
        onChange={({ nativeEvent }) => tick(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        className="relative size-4 cursor-pointer accent-blue"
      />
    </label>
  );
}

type CellTextProps = { line: LibraryLine; name: ColumnName; draft: Draft | undefined };

function CellText({ line, name, draft }: CellTextProps) {
  const t = useTranslations("desk");
  const field = fieldOf(name);
  const value = draft?.text ?? (field ? line[field] : "");
  if (name === "short")
    return (
      <span className="flex min-w-0 items-baseline gap-2">
        <Link
          href={`/desk/recipients/${line.id}`}
          prefetch={false}
          tabIndex={-1}
          className="link truncate font-semibold"
          title={value}
        >
          {value || line.id}
        </Link>
        {line.doNotContact && (
          <span className="shrink-0 font-semibold text-brick" title={t("library.doNotContact")}>
            ⊘<span className="sr-only"> {t("library.doNotContact")}</span>
          </span>
        )}
      </span>
    );
  return (
    <span
      className={`truncate ${draft && !draft.message ? "text-muted" : ""} ${name === "status" ? tones[line.status] : ""}`}
    >
      {textOf(line, name, value, t)}
    </span>
  );
}

function textOf(
  line: LibraryLine,
  name: ColumnName,
  value: string,
  t: ReturnType<typeof useTranslations<"desk">>,
): string {
  if (name === "country") return countryName(value, "en");
  if (name === "language") return languageName(value);
  if (name === "status") return line.status ? t(`recipient.statuses.${line.status}`) : t("library.noAddress");
  if (name === "holder" && line.holderStatus === "vacant") return t("recipientList.vacant");
  if (name === "holder" && line.holderStatus === "acting") return t("recipientList.acting", { name: line.holder });
  const field = fieldOf(name);
  return field ? shownCell(field, value) : readOnlyText(line, name as "holder" | "groups" | "campaigns");
}

/** Stands under its cell while that has the focus; read out when it comes. */
function Problem({ text, shown }: { text: string; shown: boolean }) {
  return (
    <span
      role="alert"
      className={`absolute start-0 top-full z-30 w-max max-w-[22rem] border border-brick bg-sheet px-2 py-1.5 font-semibold whitespace-normal text-brick ${shown ? "" : "sr-only"}`}
    >
      {text}
    </span>
  );
}
