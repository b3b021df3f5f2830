"use client";

import { useTranslations } from "next-intl";

/** The words for a field's error, from the schema's code for it: its own, or those for any field. */
export function useErrorText(): (field: string, code: string) => string {
  const t = useTranslations("desk.errors");
  return (field, code) => (t.has(`${field}.${code}`) ? t(`${field}.${code}`) : t(`any.${code}`));
}
