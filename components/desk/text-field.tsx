"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useRef } from "react";
import { useFormContext } from "react-hook-form";
import { InputField } from "@/components/ui/field";
import { useErrorText } from "./error-text";
import { type Control, isChanged } from "./kept-fields";

type TextFieldProps = Omit<ComponentProps<"input">, "name"> & FieldProps;

export type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  /** Whether it may stay empty; said beside its label. */
  optional?: boolean;
};

/** One line of text of an `ActionForm`. */
export function TextField({ name, label, optional, ...input }: TextFieldProps) {
  return <InputField {...useField(name, { label, optional })} {...input} />;
}

/** What ties a control to its form: label, registration, what was typed before, and the error in words. */
export function useField(name: string, { label, optional = false }: { label: string; optional?: boolean | undefined }) {
  const t = useTranslations("desk.form");
  const errorText = useErrorText();
  const { register, setValue, formState } = useFormContext<Record<string, string>>();
  const code = formState.errors[name]?.message;
  const met = useRef(false);
  const { ref, ...registered } = register(name);
  return {
    ...registered,
    ref: (control: Control | null) => {
      // Registering would write over what was typed before the page was alive.
      const typed = control && !met.current && isChanged(control) ? control.value : null;
      met.current ||= control !== null;
      ref(control);
      if (typed !== null) setValue(name, typed);
    },
    label: optional ? `${label} (${t("optional")})` : label,
    defaultValue: formState.defaultValues?.[name],
    error: code && errorText(name, code),
    errorWord: t("error"),
    "aria-required": !optional,
  } as const;
}
