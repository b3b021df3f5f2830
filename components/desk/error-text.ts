"use client";

import { useTranslations } from "next-intl";

/**
 * The words for a field's error, from the schema's code for it: its own, or those for any field. What a code is about stands
 * after a colon (`unknown-field:foo`). Fields of a row or language have one set of words: `address-2-value` those of
 * `address-value`.
 */
export function useErrorText(): (field: string, code: string) => string {
  const t = useTranslations("desk.errors");
  return (field, code) => {
    const [, name = code, what = ""] = /^([\w-]+)(?::(.*))?$/s.exec(code) ?? [];
    const own = `${field.replace(/-.+-/, "-")}.${name}`;
    return t.has(own) ? t(own, { what }) : t(`any.${name}`, { what });
  };
}
