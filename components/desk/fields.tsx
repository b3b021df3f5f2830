"use client";

import type { ComponentProps, ReactNode } from "react";
import { Choice } from "@/components/ui/choice";
import { FieldError, SelectField as PlainSelect, TextAreaField } from "@/components/ui/field";
import { Group } from "./group";
import { type FieldProps, useField } from "./text-field";

/** Several lines of text of an `ActionForm`. */
export function TextArea({ name, label, optional, ...area }: Omit<ComponentProps<"textarea">, "name"> & FieldProps) {
  return <TextAreaField {...useField(name, { label, optional })} {...area} />;
}

/** One of a few values of an `ActionForm`; `children` are its options. */
export function Select({ name, label, optional, ...select }: Omit<ComponentProps<"select">, "name"> & FieldProps) {
  return <PlainSelect {...useField(name, { label, optional })} {...select} />;
}

/** A tick box of an `ActionForm`: "yes" or missing. */
export function Tick({ name, label, hint }: { name: string; label: ReactNode; hint?: string }) {
  const { error, errorWord, defaultValue } = useField(name, { label: name });
  return (
    <div className={error ? "border-s-4 border-brick ps-4" : ""}>
      <FieldError {...{ name, error, errorWord }} />
      <Choice
        type="checkbox"
        name={name}
        id={name}
        value="yes"
        label={label}
        hint={hint}
        checked={defaultValue === "yes"}
      />
    </div>
  );
}

type RadioGroupProps = { name: string; label: string; choices: { value: string; label: ReactNode; hint?: string }[] };

/** A few values of an `ActionForm` that are read before one is chosen. */
export function RadioGroup({ name, label, choices }: RadioGroupProps) {
  const { defaultValue } = useField(name, { label });
  return (
    <Group name={name} label={label}>
      {choices.map((choice) => (
        <Choice key={choice.value} type="radio" name={name} checked={choice.value === defaultValue} {...choice} />
      ))}
    </Group>
  );
}
