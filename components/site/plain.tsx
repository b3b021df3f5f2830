import type { ReactNode } from "react";

/** A page of one column: a heading, then what is to be said. */
export function Plain({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="content" className="mx-auto max-w-2xl space-y-5 px-5 py-10 leading-relaxed wrap-anywhere md:py-16">
      <h1 className="font-serif text-3xl font-semibold leading-tight md:text-4xl">{title}</h1>
      {children}
    </main>
  );
}
