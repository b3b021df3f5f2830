"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useFormContext } from "react-hook-form";
import { InputField } from "@/components/ui/field";
import { useErrorText } from "./error-text";

type TextFieldProps = Omit<ComponentProps<"input">, "name"> & { name: string; label: string; hint?: string };

/** One line of text of an `ActionForm`. */
export function TextField({ name, ...input }: TextFieldProps) {
  return <InputField {...useField(name)} {...input} />;
}

/** What ties a control to its form: registration, what was typed before, and the error in words. */
export function useField(name: string) {
  const t = useTranslations("desk.form");
  const errorText = useErrorText();
  const { register, formState } = useFormContext<Record<string, string>>();
  const code = formState.errors[name]?.message;
  return {
    ...register(name),
    defaultValue: formState.defaultValues?.[name],
    error: code && errorText(name, code),
    errorWord: t("error"),
    "aria-required": true,
  } as const;
}
