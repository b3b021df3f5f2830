import type { ComponentProps, ReactNode } from "react";

const box =
  "block w-full min-h-11 rounded-sm border border-edge bg-sheet px-3 py-2 text-base text-ink aria-invalid:border-2 aria-invalid:border-brick";

type Common = { name: string; label: string; hint?: string | undefined; error?: string | undefined; errorWord: string };

/** Label, hint and error around one control. The error stands between label and control, where it is read first. */
export function Field({ name, label, hint, error, errorWord, children }: Common & { children: ReactNode }) {
  return (
    <div className={error ? "border-s-4 border-brick ps-4" : ""}>
      <div>
        <label htmlFor={name} className="block font-semibold">
          {label}
        </label>
        {hint && (
          <p id={`${name}-hint`} className="text-sm text-muted">
            {hint}
          </p>
        )}
        <FieldError name={name} error={error} errorWord={errorWord} />
      </div>
      <div className="mt-1.5">{children}</div>
    </div>
  );
}

export function FieldError({ name, error, errorWord }: Pick<Common, "name" | "error" | "errorWord">) {
  if (!error) return null;
  return (
    <p id={`${name}-error`} className="mt-1 font-semibold wrap-anywhere text-brick">
      <span className="sr-only">{errorWord} </span>
      {error}
    </p>
  );
}

/** What ties a control to its hint and error for those who do not see the page. */
export function describedBy(name: string, { hint, error }: { hint?: string | undefined; error?: string | undefined }) {
  const ids = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? (true as const) : undefined };
}

export function InputField({ name, label, hint, error, errorWord, ...input }: Common & ComponentProps<"input">) {
  return (
    <Field {...{ name, label, hint, error, errorWord }}>
      <input id={name} name={name} className={box} {...describedBy(name, { hint, error })} {...input} />
    </Field>
  );
}

export function TextAreaField({
  name,
  label,
  hint,
  error,
  errorWord,
  className = "",
  ...area
}: Common & ComponentProps<"textarea">) {
  return (
    <Field {...{ name, label, hint, error, errorWord }}>
      <textarea
        id={name}
        name={name}
        className={`${box} min-h-24 field-sizing-content ${className}`}
        {...describedBy(name, { hint, error })}
        {...area}
      />
    </Field>
  );
}

export function SelectField({
  name,
  label,
  hint,
  error,
  errorWord,
  children,
  ...select
}: Common & ComponentProps<"select">) {
  return (
    <Field {...{ name, label, hint, error, errorWord }}>
      <div className="relative">
        <select
          id={name}
          name={name}
          className={`${box} appearance-none pe-9`}
          {...describedBy(name, { hint, error })}
          {...select}
        >
          {children}
        </select>
        <span aria-hidden="true" className="pointer-events-none absolute inset-y-0 end-3 flex items-center">
          ▾
        </span>
      </div>
    </Field>
  );
}
