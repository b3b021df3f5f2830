"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { ColumnName } from "./library-columns";
import type { LibraryChoices } from "./library-filter";
import type { OpenCell } from "./library-row";

/** How a cell is left: with what stands in it, to a cell beside it; or as it was. */
export type Leave = { commit: (text: string, move?: { row?: number; column?: number }) => void; cancel: () => void };

type LibraryEditorProps = {
  open: OpenCell;
  choices: LibraryChoices;
  leave: Leave;
  problem: string | null;
  label: ColumnName;
};

const box =
  "absolute inset-0 w-full border-2 border-blue bg-sheet px-1.5 text-ink outline-none aria-invalid:border-brick";

/** The control in a cell that is written in. Leaving it in any way but Escape keeps what stands in it. */
export function LibraryEditor({ open, choices, leave, problem, label }: LibraryEditorProps) {
  const t = useTranslations("desk.library");
  const control = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const left = useRef(false);
  useEffect(() => control.current?.focus(), []);
  const press = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>) => {
    const moves: Record<string, { row?: number; column?: number }> = {
      Enter: { row: event.shiftKey ? -1 : 1 },
      Tab: { column: event.shiftKey ? -1 : 1 },
    };
    const move = moves[event.key];
    event.stopPropagation();
    if (!move && event.key !== "Escape") return;
    event.preventDefault();
    left.current = true;
    if (move) leave.commit(event.currentTarget.value, move);
    else leave.cancel();
    // Still here: it could not be so.
    requestAnimationFrame(() => (left.current = false));
  };
  const shared = {
    ref: control,
    "aria-label": t(`columns.${label}`),
    "aria-invalid": problem !== null,
    defaultValue: open.text,
    onKeyDown: press,
    onBlur: (event: { currentTarget: { value: string } }) => {
      if (!left.current) leave.commit(event.currentTarget.value);
    },
    className: box,
  };
  if (open.field === "country" || open.field === "language") {
    const offered = open.field === "country" ? choices.countries : choices.languages;
    return (
      <select {...shared}>
        {offered.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    );
  }
  return <input type="text" autoComplete="off" spellCheck={false} maxLength={1000} {...shared} />;
}
