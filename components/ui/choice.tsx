import type { ReactNode } from "react";

type ChoiceProps = {
  type: "radio" | "checkbox";
  name: string;
  value: string;
  id?: string;
  label: ReactNode;
  hint?: string;
  checked?: boolean;
  required?: boolean;
};

/** One radio button or tick box with its words: the whole line can be pressed. */
export function Choice({ type, name, value, id = `${name}-${value}`, label, hint, checked, required }: ChoiceProps) {
  return (
    <div className="flex items-start gap-3">
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        required={required}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 size-6 shrink-0 accent-blue"
      />
      <div>
        <label htmlFor={id} className="block leading-7">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
