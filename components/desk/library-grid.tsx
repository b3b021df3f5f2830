"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import type { CellField, LibraryLine } from "@/lib/library/schema";
import { columns, fieldOf } from "./library-columns";
import type { LibraryChoices } from "./library-filter";
import { LibraryRow, type OpenCell, rowHeight } from "./library-row";
import { type EditCell, keyOf, useLibraryCells } from "./use-library-cells";
import type { LibraryTicks } from "./use-library-ticks";
import { useRowsInView } from "./use-rows-in-view";

export type { EditCell } from "./use-library-cells";

type LibraryGridProps = {
  lines: LibraryLine[];
  choices: LibraryChoices;
  action: EditCell | undefined;
  put: (line: LibraryLine) => void;
  ticks: LibraryTicks;
};

type At = { row: number; column: number };

const width = columns.reduce((sum, column) => sum + column.width, 0);

/** The library as a grid: only the rows in view are there, one cell takes the focus, and each is written by itself. */
export function LibraryGrid({ lines, choices, action, put, ticks }: LibraryGridProps) {
  const t = useTranslations("desk.library");
  const { scroller, many, rows, follow } = useRowsInView(lines.length, rowHeight);
  const cells = useLibraryCells(action, put);
  const [at, setAt] = useState<At>({ row: 0, column: 0 });
  const [open, setOpen] = useState<OpenCell | null>(null);
  const moved = useRef(false);
  const here = { row: Math.min(at.row, lines.length - 1), column: at.column };
  // Before the next key comes: the row that had the focus may be gone.
  useLayoutEffect(() => {
    if (!moved.current || open) return;
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-at="${here.row}-${here.column}"]`);
    if (!cell) return;
    moved.current = false;
    cell.focus();
  });
  const go = (row: number, column: number) => {
    const to = { row: clamp(row, lines.length), column: clamp(column, columns.length) };
    moved.current = true;
    setAt(to);
  };
  const edit = (typed?: string) => {
    const line = lines[here.row];
    const field = fieldOf(columns[here.column]?.name ?? "short");
    if (!action || !line || !field) return;
    const text = typed ?? cells.drafts.get(keyOf(line.id, field))?.text ?? line[field];
    setOpen({ id: line.id, field, text });
  };
  const close = (row: number, column: number) => {
    setOpen(null);
    go(row, column);
  };
  const commit = (line: LibraryLine, field: CellField, text: string, move?: Partial<At>) => {
    const kept = cells.commit(line, field, text);
    if (move && kept) close(here.row + (move.row ?? 0), here.column + (move.column ?? 0));
    else if (!move) setOpen((now) => (now?.id === line.id && now.field === field ? null : now));
  };
  const cancel = (line: LibraryLine, field: CellField) => {
    cells.drop(line.id, field);
    close(here.row, here.column);
  };
  const leave = (line: LibraryLine | undefined, field: CellField | null) => {
    if (line && field && cells.drafts.has(keyOf(line.id, field))) cells.drop(line.id, field);
    else ticks.clear();
  };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (open) return;
    // The box that ticks all has its own Space.
    if (event.target instanceof HTMLInputElement && event.key !== "Escape") return;
    if ((event.ctrlKey || event.metaKey) && event.key === "z") {
      event.preventDefault();
      return cells.undo();
    }
    const target = targetOf(event, here, lines.length, many - 2);
    if (target) {
      event.preventDefault();
      return go(target.row, target.column);
    }
    const line = lines[here.row];
    const field = fieldOf(columns[here.column]?.name ?? "short");
    if (event.key === "Enter" || event.key === "F2") {
      if (event.target instanceof HTMLAnchorElement) return;
      event.preventDefault();
      edit();
    } else if (event.key === " " && line) {
      event.preventDefault();
      ticks.tick(line.id, event.shiftKey);
    } else if (event.key === "Escape") leave(line, field);
    else if (event.key === "Delete" || event.key === "Backspace") edit("");
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== " ") {
      event.preventDefault();
      edit(event.key);
    }
  };
  return (
    <>
      <div
        ref={scroller}
        role="grid"
        aria-label={t("caption")}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length}
        aria-readonly={!action}
        aria-multiselectable={ticks.may || undefined}
        onKeyDown={press}
        onScroll={follow}
        className="h-[min(60dvh,40rem)] overflow-auto scroll-ps-[240px] scroll-pt-9 overscroll-contain border-y border-line text-xs [contain:strict]"
      >
        <div
          role="row"
          aria-rowindex={1}
          style={{ width }}
          className="sticky top-0 z-20 flex border-b border-line bg-paper"
        >
          {columns.map(({ name, width: wide }, index) => (
            <div
              key={name}
              role="columnheader"
              aria-colindex={index + 1}
              style={{ width: wide, height: rowHeight }}
              className={`flex shrink-0 items-center gap-2 px-2 text-muted ${index === 0 ? "sticky start-0 bg-paper" : ""}`}
            >
              {index === 0 && ticks.may && <TickShown {...{ ticks }} shown={lines.length} />}
              {t(`columns.${name}`)}
            </div>
          ))}
        </div>
        <div role="rowgroup" style={{ height: lines.length * rowHeight, width }} className="relative">
          {[...new Set([...rows, ...(here.row < 0 ? [] : [here.row])])].map((index) => {
            const line = lines[index];
            return line ? (
              <LibraryRow
                key={line.id}
                {...{ line, index, choices, commit, cancel }}
                active={index === here.row ? here.column : -1}
                open={open?.id === line.id ? open : null}
                drafts={cells.drafts}
                ticked={ticks.may ? ticks.ticked.has(line.id) : undefined}
                tick={(range) => ticks.tick(line.id, range)}
                focus={(column) => setAt({ row: index, column })}
                begin={() => edit()}
              />
            ) : null;
          })}
        </div>
      </div>
      <div className="mt-2 flex min-h-9 flex-wrap items-center justify-between gap-x-6 text-xs text-muted">
        <p>{action && t("keys")}</p>
        <p className="flex items-center gap-4">
          <span role="status" className="max-w-[30rem] truncate text-moss">
            {cells.note}
          </span>
          {cells.undoable && (
            <button type="button" onClick={() => cells.undo()} className="link min-h-9 cursor-pointer">
              {t("undo")}
            </button>
          )}
        </p>
      </div>
    </>
  );
}

/** Ticks all that are shown. */
function TickShown({ ticks, shown }: { ticks: LibraryTicks; shown: number }) {
  const t = useTranslations("desk.library");
  const some = ticks.ticked.size > 0 && !ticks.all;
  return (
    <label className="relative inline-flex before:absolute before:-inset-2.5">
      <span className="sr-only">{t("tickAll", { shown })}</span>
      <input
        type="checkbox"
        ref={(box) => {
          if (box) box.indeterminate = some;
        }}
        checked={ticks.all}
        onChange={ticks.tickAll}
        className="relative size-4 cursor-pointer accent-blue"
      />
    </label>
  );
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(value, count - 1));
}

/** Where a key leads from a cell, or null when it leads nowhere. */
function targetOf(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  { row, column }: At,
  count: number,
  page: number,
): At | null {
  const far = ctrlKey || metaKey;
  const ways: Record<string, At> = {
    ArrowDown: { row: far ? count : row + 1, column },
    ArrowUp: { row: far ? 0 : row - 1, column },
    ArrowRight: { row, column: far ? columns.length : column + 1 },
    ArrowLeft: { row, column: far ? 0 : column - 1 },
    PageDown: { row: row + page, column },
    PageUp: { row: row - page, column },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? count : row, column: columns.length },
  };
  return ways[key] ?? null;
}
