import type { ReactNode } from "react";
import type { ComposedLetter } from "@/lib/letters/compose";

type Line = { term: string; value: ReactNode };

/** A finished letter on its sheet: what stands in its head, then the text as it leaves. */
export function LetterSheet({
  letter,
  head,
  language,
  dir,
  ownLanguage = language,
  bodyOwn = true,
}: {
  letter: ComposedLetter;
  head: Line[];
  language: string;
  dir: "ltr" | "rtl";
  /** That of the paragraph its writer added. */
  ownLanguage?: string;
  /** Whether its text is its writer's, or stays as it is in every letter. */
  bodyOwn?: boolean;
}) {
  return (
    <article className="sheet">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-b border-line pb-4 font-sans text-sm">
        {head.map(({ term, value }) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <div lang={language} dir={dir} className="mt-5 max-w-[66ch] space-y-[1lh] whitespace-pre-line break-words">
        <p>{letter.opening}</p>
        <p dir="auto" className={bodyOwn ? "text-blue" : ""}>
          {letter.body}
        </p>
        {letter.ownWords && (
          <p dir="auto" lang={ownLanguage} className="text-blue">
            {letter.ownWords}
          </p>
        )}
        <p>{letter.closing}</p>
      </div>
    </article>
  );
}
