"use client";

import type { ReactNode } from "react";
import { FieldError } from "@/components/ui/field";
import { useField } from "./text-field";

type GroupProps = { name: string; label: string; hint?: string; children: ReactNode };

/** Several controls of an `ActionForm` that answer one question, with an error that is about all of them. */
export function Group({ name, label, hint, children }: GroupProps) {
  const { error, errorWord } = useField(name, { label });
  // The bar stands around the fieldset: at its own edge it would begin half-way down the legend.
  return (
    <div className={error ? "border-s-4 border-brick ps-4" : ""}>
      <fieldset id={name} tabIndex={-1}>
        <legend className="font-semibold">{label}</legend>
        {hint && <p className="text-sm text-muted">{hint}</p>}
        <FieldError {...{ name, error, errorWord }} />
        <div className="mt-2 space-y-2">{children}</div>
      </fieldset>
    </div>
  );
}
