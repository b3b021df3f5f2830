import type { ReactNode } from "react";
import { formatMoment } from "@/lib/format";
import type { OwnLetter } from "@/lib/signatures/queries";

type PrintedLetterProps = {
  own: OwnLetter;
  /** Of one by fax, as it is read aloud. */
  number: string;
  to: ReactNode;
  from: string;
  on: Date;
  dir: "ltr" | "rtl";
  /** In the letter's language. */
  labels: Record<"to" | "address" | "fax" | "from" | "date" | "subject", string>;
  /** The language of the paragraph its writer added. */
  ownLanguage: string;
};

/**
 * A letter as it goes through a fax machine: a head of black on white, then the text. A long one takes several sheets of
 * A4; each bears the writer's name, the date and, from the style sheet, which page of how many it is.
 */
export function PrintedLetter({ own, number, to, from, on, dir, labels, ownLanguage }: PrintedLetterProps) {
  const { language, channel, address, letter } = own;
  const { date } = formatMoment(on, language, "UTC");
  const head: { term: string; value: ReactNode }[] = [
    { term: labels.to, value: to },
    ...(channel === "post" && address
      ? [{ term: labels.address, value: <bdi className="whitespace-pre-line font-normal">{address}</bdi> }]
      : []),
    ...(channel === "fax" ? [{ term: labels.fax, value: <bdi dir="ltr">{number}</bdi> }] : []),
    { term: labels.from, value: <bdi>{from}</bdi> },
    { term: labels.date, value: date },
    { term: labels.subject, value: letter.subject },
  ];
  return (
    <article className="printed sheet">
      <dl
        {...{ lang: language, dir }}
        className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1 border-b border-current pb-4 font-sans text-[0.95rem] leading-snug"
      >
        {head.map(({ term, value }) => (
          <div key={term} className="contents">
            <dt>{term}</dt>
            <dd className="min-w-0 font-semibold wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <div lang={language} dir={dir} className="mt-6 space-y-[1lh] break-words whitespace-pre-line">
        <p>{letter.opening}</p>
        <p dir="auto">{letter.body}</p>
        {letter.ownWords && (
          <p dir="auto" lang={ownLanguage}>
            {letter.ownWords}
          </p>
        )}
        <p>{letter.closing}</p>
      </div>
      <p lang={language} dir={dir} className="printed-foot" aria-hidden="true">
        <span>
          <bdi>{from}</bdi> · <bdi>{date}</bdi>
        </span>
      </p>
    </article>
  );
}
