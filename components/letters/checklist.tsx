import { useTranslations } from "next-intl";

type Line = { text: string; said: boolean };
type Lines = { requests: Line[]; facts: Line[]; lang: string; dir: "ltr" | "rtl" };

/** The requests and facts of a letter in one's own words, as a list: a script ticks what it finds while somebody writes. */
export function Checklist({ requests, facts, lang, dir }: Lines) {
  const t = useTranslations("writing.checklist");
  return (
    <div id="body-checklist" className="mt-5 border-s-2 border-line ps-4 font-sans text-sm">
      <p className="font-semibold">{t("title")}</p>
      <p className="text-muted">{t("hint")}</p>
      <TickedLines {...{ requests, facts, lang, dir }} open={t("open")} />
    </div>
  );
}

/** The same list of a letter that is about to be sent. */
export function SaidLines(lines: Lines) {
  const t = useTranslations("writing.checklist");
  return (
    <section aria-labelledby="said" className="border-y border-line py-4 text-sm">
      <h2 id="said" className="font-semibold">
        {t("checkTitle")}
      </h2>
      <TickedLines {...lines} open={t("checkOpen")} />
      <p className="mt-3 text-muted">{t("checkHint")}</p>
    </section>
  );
}

function TickedLines({ requests, facts, lang, dir, open }: Lines & { open: string }) {
  const t = useTranslations("writing.checklist");
  const line = (kind: "request" | "fact") => (one: Line) => (
    <TickedLine key={one.text} {...one} {...{ kind, open, lang, dir }} />
  );
  return (
    <div aria-live="polite">
      <ul className="mt-2 space-y-1.5">{requests.map(line("request"))}</ul>
      {facts.length > 0 && (
        <>
          <p className="mt-3 text-muted">{t("facts")}</p>
          <ul className="mt-1.5 space-y-1.5">{facts.map(line("fact"))}</ul>
        </>
      )}
    </div>
  );
}

type TickedLineProps = Line & { kind: "request" | "fact"; open: string; lang: string; dir: "ltr" | "rtl" };

/** Both signs and both words are there, one of each shown, so that nothing moves when a line is found. */
function TickedLine({ text, said, kind, open, lang, dir }: TickedLineProps) {
  const t = useTranslations("writing.checklist");
  return (
    <li className="group grid grid-cols-[1.25rem_1fr] gap-x-2" data-said={said} data-line={kind} data-text={text}>
      <span aria-hidden="true" className="font-semibold text-moss group-data-[said=false]:text-muted">
        <span className="group-data-[said=false]:hidden">✓</span>
        <span className="group-data-[said=true]:hidden">○</span>
      </span>
      <span>
        <span {...{ lang, dir }} className="block font-serif text-base">
          {text}
        </span>
        <span className="text-moss group-data-[said=false]:hidden">{t("found")}</span>
        <span className="text-muted group-data-[said=true]:hidden">{open}</span>
      </span>
    </li>
  );
}
