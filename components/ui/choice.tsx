import type { ReactNode } from "react";
import { describedBy, FieldError } from "./field";

type ChoiceProps = {
  type: "radio" | "checkbox";
  name: string;
  value: string;
  id?: string;
  label: ReactNode;
  hint?: string;
  error?: string | undefined;
  errorWord?: string;
  checked?: boolean;
  required?: boolean;
};

/** One radio button or tick box with its words: the whole line can be pressed. */
export function Choice(props: ChoiceProps) {
  const {
    type,
    name,
    value,
    id = `${props.name}-${value}`,
    label,
    hint,
    error,
    errorWord = "",
    checked,
    required,
  } = props;
  return (
    <div className={`flex items-start gap-3 ${error ? "border-s-4 border-brick ps-4" : ""}`}>
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        required={required}
        {...describedBy(id, { hint, error })}
        className="mt-0.5 size-6 shrink-0 accent-blue"
      />
      <div>
        <label htmlFor={id} className="relative block leading-7 before:absolute before:inset-x-0 before:-inset-y-2">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="wrap-anywhere text-sm text-muted">
            {hint}
          </p>
        )}
        <FieldError name={id} error={error} errorWord={errorWord} />
      </div>
    </div>
  );
}
