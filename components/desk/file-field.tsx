"use client";

import { InputField } from "@/components/ui/field";
import { type FieldProps, useField } from "./text-field";

export const fileLook =
  "block min-h-11 w-full cursor-pointer rounded-sm border border-edge bg-sheet p-2 text-sm file:me-3 file:min-h-7 file:cursor-pointer file:rounded-sm file:border file:border-edge file:bg-paper file:px-3 file:font-semibold file:text-blue aria-invalid:border-2 aria-invalid:border-brick";

/** A file of an `ActionForm`; the schema sees its size in bytes. What is chosen cannot be kept over a reload. */
export function FileField({ name, label, hint, optional, accept }: FieldProps & { accept?: string }) {
  const { defaultValue: _never, ...field } = useField(name, { label, optional });
  return <InputField {...field} hint={hint} type="file" accept={accept} className={fileLook} />;
}
