import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatMoment } from "@/lib/format";
import type { OwnLetter } from "@/lib/signatures/queries";

type PrintedLetterProps = { own: OwnLetter; to: ReactNode; from: string; on: Date; dir: "ltr" | "rtl" };

/**
 * A letter as it goes through a fax machine: a head of black on white, then the text. A long one takes several sheets of
 * A4; each bears the writer's name, the date and, from the style sheet, which page of how many it is.
 */
export function PrintedLetter({ own, to, from, on, dir }: PrintedLetterProps) {
  const t = useTranslations("site.print");
  const { language, channel, address, letter } = own;
  const { date } = formatMoment(on, language, "UTC");
  const head: { term: string; value: ReactNode }[] = [
    { term: t("to"), value: to },
    ...(channel === "fax" ? [{ term: t("fax"), value: <bdi dir="ltr">{address}</bdi> }] : []),
    { term: t("from"), value: <bdi>{from}</bdi> },
    { term: t("date"), value: date },
    { term: t("subject"), value: letter.subject },
  ];
  return (
    <article className="printed sheet">
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1 border-b border-current pb-4 font-sans text-[0.95rem]">
        {head.map(({ term, value }) => (
          <div key={term} className="contents">
            <dt>{term}</dt>
            <dd className="min-w-0 font-semibold wrap-anywhere">
              <bdi lang={language} dir={dir}>
                {value}
              </bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p lang={language} dir={dir} className="mt-6 whitespace-pre-line break-words">
        {letter.text}
      </p>
      <p lang={language} dir={dir} className="printed-foot" aria-hidden="true">
        <span>
          <bdi>{from}</bdi> · <bdi>{date}</bdi>
        </span>
      </p>
    </article>
  );
}
