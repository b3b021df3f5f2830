import { useTranslations } from "next-intl";
import { formatMoment } from "@/lib/format";
import type { OwnLetter } from "@/lib/signatures/queries";

type PrintedLetterProps = { own: OwnLetter; to: string; from: string; on: Date; dir: "ltr" | "rtl" };

/** A letter as it goes through a fax machine: a head of black on white, then the text. Prints on one sheet of A4. */
export function PrintedLetter({ own, to, from, on, dir }: PrintedLetterProps) {
  const t = useTranslations("site.print");
  const { language, channel, address, letter } = own;
  const { date } = formatMoment(on, language, "UTC");
  const head = [
    [t("to"), to],
    ...(channel === "fax" ? [[t("fax"), address ?? ""]] : []),
    [t("from"), from],
    [t("date"), date],
    [t("subject"), letter.subject],
  ] as [string, string][];
  return (
    <article className="printed sheet">
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1 border-b border-current pb-4 font-sans text-[0.95rem]">
        {head.map(([term, value]) => (
          <div key={term} className="contents">
            <dt>{term}</dt>
            <dd lang={language} className="min-w-0 font-semibold wrap-anywhere">
              <bdi dir={/^[+\d\s]+$/.test(value) ? "ltr" : undefined}>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p lang={language} dir={dir} className="mt-6 whitespace-pre-line break-words">
        {letter.text}
      </p>
    </article>
  );
}
