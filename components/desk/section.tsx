import type { ReactNode } from "react";

type SectionProps = { id: string; title: string; action?: ReactNode; children: ReactNode };

/** A part of a page under a heading of its own, with the way to its one action beside it. */
export function Section({ id, title, action, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-8">
        <h2 id={id} className="font-serif text-lg">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
