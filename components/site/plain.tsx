import type { ReactNode } from "react";
import { Page } from "./page";

/** A page of plain text: a heading, then what is to be said. */
export function Plain({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Page measure="text" className="space-y-5 leading-relaxed wrap-anywhere">
      <h1 className="font-serif text-3xl font-semibold leading-tight md:text-4xl">{title}</h1>
      {children}
    </Page>
  );
}
