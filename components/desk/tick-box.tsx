"use client";

import { createContext, use } from "react";

/** The form that tick boxes belong to, and those that were ticked when it was refused. */
export const TickForm = createContext<{ id: string; picks: readonly string[] } | null>(null);

const box = "size-5 shrink-0 cursor-pointer accent-blue";
const area = "relative inline-flex shrink-0 self-start py-0.5 before:absolute before:-inset-2.5 print:hidden";

/** Ticks a row of a list, where something can be done with many of them. */
export function TickBox({ value, label }: { value: string; label: string }) {
  const form = use(TickForm);
  if (!form) return null;
  return (
    <label className={area}>
      <span className="sr-only">{label}</span>
      <input
        type="checkbox"
        name="pick"
        value={value}
        form={form.id}
        defaultChecked={form.picks.includes(value)}
        className={`${box} relative`}
      />
    </label>
  );
}

/** Ticks all rows of the page, from the head of its column; by script alone. */
export function TickAll({ label }: { label: string }) {
  if (!use(TickForm)) return null;
  return (
    <label className={`${area} max-xl:hidden noscript:hidden`}>
      <span className="sr-only">{label}</span>
      <input type="checkbox" data-tick-all="" className={`${box} relative`} />
    </label>
  );
}

/** The same where the table is folded and has no head. */
export function FoldedTickAll({ label }: { label: string }) {
  return (
    <label className="inline-flex min-h-11 cursor-pointer items-center gap-3 xl:hidden noscript:hidden print:hidden">
      <input type="checkbox" data-tick-all="" className={box} />
      {label}
    </label>
  );
}
