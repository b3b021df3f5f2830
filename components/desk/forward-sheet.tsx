import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ForwardText } from "@/lib/campaigns/forward";
import { direction } from "@/lib/locales";
import { CopyText } from "./copy-text";
import { byName, languageName } from "./language-name";

type ForwardSheetProps = {
  forward: ForwardText;
  /** The address of the page, and of the text as a file; the language is added. */
  href: string;
  file: string;
};

/** A campaign as plain text on its sheet, to be copied or taken as a file. */
export function ForwardSheet({ forward, href, file }: ForwardSheetProps) {
  const t = useTranslations("desk.forward");
  const { text, language, languages, published, distribution, ownLetters } = forward;
  const format = useFormatter();
  const undecided = distribution === null;
  return (
    <div className="max-w-[52rem] space-y-5">
      {!published && (
        <Notice kind="paused" title={t("draftTitle")}>
          {t("draft")}
        </Notice>
      )}
      {(undecided || distribution === "network_only") && (
        <Notice kind="paused" title={t("closeTitle")}>
          {t(undecided ? "undecided" : "networkOnly")}
        </Notice>
      )}
      {ownLetters.length > 0 && (
        <Notice kind="paused" title={t("ownLettersTitle")}>
          {t("ownLetters", { recipients: format.list(ownLetters) })}
        </Notice>
      )}
      {languages.length > 1 && (
        <nav aria-label={t("languages")} className="flex flex-wrap gap-x-5">
          {byName(languages).map((code) => (
            <Link
              key={code}
              href={`${href}?language=${code}`}
              aria-current={code === language ? "page" : undefined}
              className="inline-flex min-h-11 items-center border-b-2 border-transparent hover:text-blue aria-[current]:border-ink aria-[current]:font-semibold"
            >
              {languageName(code)}
            </Link>
          ))}
        </nav>
      )}
      <div className="flex flex-wrap gap-3">
        <CopyText from="forward-text" />
        <ButtonLink href={`${file}?language=${language}`}>{t("download")}</ButtonLink>
      </div>
      <textarea
        id="forward-text"
        key={language}
        aria-label={t("text")}
        readOnly
        lang={language}
        dir={direction(language)}
        rows={Math.min(text.split("\n").length, 60)}
        defaultValue={text}
        className="block w-full resize-y max-sm:whitespace-pre-wrap sm:overflow-x-auto sm:whitespace-pre rounded-sm border border-edge bg-sheet p-4 font-mono text-sm leading-6 shadow-sheet sm:p-6"
      />
      <p className="max-w-[62ch] text-muted">{t("masked")}</p>
    </div>
  );
}
