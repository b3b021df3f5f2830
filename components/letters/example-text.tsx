import { useTranslations } from "next-intl";

type ExampleTextProps = { text: string; lang: string; dir: "ltr" | "rtl" };

/** The sample letter for those who write all of it themselves: to read, behind a fold, and not sent. */
export function ExampleText({ text, lang, dir }: ExampleTextProps) {
  const t = useTranslations("writing.ways");
  return (
    <details className="mt-4 font-sans text-sm">
      <summary className="link min-h-11 cursor-pointer py-2">{t("example")}</summary>
      <p className="text-muted">{t("exampleHint")}</p>
      <p {...{ lang, dir }} className="fixed-ink mt-2 border-s-2 border-line ps-4 font-serif text-base wrap-anywhere">
        {text}
      </p>
    </details>
  );
}
