import type { ReactNode } from "react";

/** A place where something will be: says what, and what to do for it. */
export function Empty({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div className="border-y border-line py-10">
      {title && <p className="mb-1 font-serif text-lg">{title}</p>}
      <div className="max-w-[62ch] text-muted">{children}</div>
    </div>
  );
}
