"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { describedBy, Field } from "@/components/ui/field";
import { useField } from "./text-field";

type PasswordFieldProps = {
  name: string;
  label: string;
  hint?: string;
  autoComplete: "current-password" | "new-password";
};

/** A password one may look at while typing. The button needs script and is not there without it. */
export function PasswordField({ label, hint, autoComplete, name }: PasswordFieldProps) {
  const t = useTranslations("desk.form");
  const [shown, setShown] = useState(false);
  const { error, errorWord, defaultValue: _never, label: _shown, ...input } = useField(name, { label });
  return (
    <Field {...{ name, label, hint, error, errorWord }}>
      <div className="relative">
        <input
          id={name}
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          className="block min-h-11 w-full rounded-sm border border-edge bg-sheet px-3 py-2 pe-20 text-base aria-invalid:border-2 aria-invalid:border-brick noscript:pe-3"
          {...describedBy(name, { hint, error })}
          {...input}
        />
        <button
          type="button"
          aria-pressed={shown}
          aria-label={t("showPassword")}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 end-0 cursor-pointer px-4 text-sm font-semibold text-blue noscript:hidden"
        >
          {shown ? t("hide") : t("show")}
        </button>
      </div>
    </Field>
  );
}
