import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { languageName } from "./language-name";

type LanguageBarProps = {
  label: string;
  /** The languages there are, each with what is to be said about it. */
  languages: { code: string; note?: string }[];
  current: string;
  /** The address of the page, to which the language is added. */
  href: string;
  /** The way to one more. */
  children: ReactNode;
};

/** The languages of a text: the one that is open, the others, and below them the way to one more. */
export function LanguageBar({ label, languages, current, href, children }: LanguageBarProps) {
  const t = useTranslations("desk.appealText");
  return (
    <div className="mb-6">
      <nav aria-label={label} className="flex flex-wrap gap-x-5">
        {languages.map(({ code, note }) => (
          <Link
            key={code}
            href={`${href}${href.includes("?") ? "&" : "?"}language=${code}`}
            aria-current={code === current ? "page" : undefined}
            className="inline-flex min-h-11 items-center gap-1.5 border-b-2 border-transparent hover:text-blue aria-[current]:border-ink aria-[current]:font-semibold"
          >
            {languageName(code)}
            {note && <span className="text-xs font-normal text-muted">{note}</span>}
          </Link>
        ))}
      </nav>
      {/* Closed again once the language is there. */}
      <details key={current}>
        <summary className="link flex min-h-11 w-fit cursor-pointer items-center">{t("add")}</summary>
        <div className="max-w-[22rem] pt-2 pb-4">{children}</div>
      </details>
    </div>
  );
}
