"use client";

import { useTranslations } from "next-intl";

type StandsNowProps = {
  /** What is stored now. */
  now: Record<string, string> | undefined;
  /** What was refused; null when nothing was. */
  typed: Record<string, string> | null;
  nameOf: (field: string) => string;
};

/** What another member saved meanwhile, field by field, for those that differ from what stands in the form. */
export function StandsNow({ now = {}, typed, nameOf }: StandsNowProps) {
  const t = useTranslations("desk.form");
  const differ = typed ? Object.keys(now).filter((field) => plain(now[field]) !== plain(typed[field])) : [];
  if (differ.length === 0) return null;
  return (
    <section aria-labelledby="stands-now" className="border-s-4 border-amber bg-sheet px-4 py-3">
      <h2 id="stands-now" className="font-semibold">
        {t("standsNow")}
      </h2>
      <dl className="mt-1 space-y-2">
        {differ.map((field) => (
          <div key={field}>
            <dt>
              <a href={`#${field}`} className="link">
                {nameOf(field)}
              </a>
            </dt>
            <dd dir="auto" className="max-h-48 overflow-y-auto font-serif wrap-anywhere whitespace-pre-line">
              {now[field] || t("empty")}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A form sends other line ends than the field shows. */
function plain(text = ""): string {
  return text.replace(/\r\n?/g, "\n").trim();
}
