"use client";

import { FieldError } from "@/components/ui/field";
import { Tick } from "./fields";
import { useField } from "./text-field";

type TickGroupProps = {
  /** What an error of all of them is about; no field has this name. */
  name: string;
  label: string;
  hint?: string;
  ticks: { name: string; label: string; hint?: string }[];
};

/** Tick boxes that answer one question. */
export function TickGroup({ name, label, hint, ticks }: TickGroupProps) {
  const { error, errorWord } = useField(name, { label });
  return (
    <fieldset id={name} tabIndex={-1} className={`space-y-2 ${error ? "border-s-4 border-brick ps-4" : ""}`}>
      <legend className="font-semibold">{label}</legend>
      {hint && <p className="text-sm text-muted">{hint}</p>}
      <FieldError {...{ name, error, errorWord }} />
      {ticks.map((tick) => (
        <Tick key={tick.name} {...tick} />
      ))}
    </fieldset>
  );
}
