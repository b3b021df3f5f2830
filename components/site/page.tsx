import type { ReactNode } from "react";

const measures = {
  /** For reading. */
  text: "max-w-2xl",
  /** For letters and forms. */
  sheet: "max-w-3xl",
} as const;

type PageProps = { measure: keyof typeof measures; className?: string; children: ReactNode };

/** A page of one column. It begins where the head and foot of the site begin. */
export function Page({ measure, className = "", children }: PageProps) {
  return (
    <main id="content" className="mx-auto max-w-6xl px-5 py-8 md:py-14 print:max-w-none print:p-0">
      <div className={`${measures[measure]} print:max-w-none ${className}`}>{children}</div>
    </main>
  );
}
