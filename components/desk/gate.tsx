import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** The page before the desk: one narrow column, a name, a heading and what is to be done. */
export function Gate({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const t = useTranslations("desk");
  return (
    <main className="mx-auto w-full max-w-[26rem] px-4 wrap-anywhere py-10 text-[0.9375rem] leading-6 sm:py-20">
      <p className="border-b border-line pb-3 font-serif text-lg">{t("product")}</p>
      <h1 className="mt-8 font-serif text-2xl leading-tight font-semibold">{title}</h1>
      <p className="mt-2 mb-7 text-muted">{lead}</p>
      {children}
    </main>
  );
}
