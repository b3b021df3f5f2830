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

/** Ticks all rows of the page; by script alone. */
export function TickAll({ label }: { label: string }) {
  if (!use(TickForm)) return null;
  return (
    <label className={`${area} noscript:hidden`}>
      <span className="sr-only">{label}</span>
      <input type="checkbox" data-tick-all="" className={`${box} relative`} />
    </label>
  );
}
