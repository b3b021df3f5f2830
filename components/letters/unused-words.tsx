import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

type UnusedWordsProps = {
  texts: string[];
  /** Why they are in no letter: nobody who is written to gets that text, or the campaign takes letters in another way now. */
  why: "nobody" | "changed";
  /** Where the letter can be changed, if not here. */
  change?: string;
};

/** What somebody typed and no letter of theirs says, so that they know it and can take their words from here. */
export function UnusedWords({ texts, why, change }: UnusedWordsProps) {
  const t = useTranslations("writing.unused");
  const check = useTranslations("site.check");
  if (texts.length === 0) return null;
  return (
    <Notice kind="newer" title={t("title")}>
      <p>
        {t(why)}{" "}
        {change && (
          <a href={change} className="link">
            {check("change")}
          </a>
        )}
      </p>
      <details>
        <summary className="link min-h-11 cursor-pointer py-2">{t("read")}</summary>
        {texts.map((text) => (
          <p key={text} dir="auto" className="mb-3 font-serif text-base whitespace-pre-line wrap-anywhere text-ink">
            {text}
          </p>
        ))}
      </details>
    </Notice>
  );
}
