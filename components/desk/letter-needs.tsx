import Link from "next/link";
import { useTranslations } from "next-intl";
import type { LetterNeed } from "@/lib/letters/list-letter-needs";
import { languageName } from "./language-name";

type LetterNeedsProps = { needs: LetterNeed[]; href: (language: string) => string };

/** Which languages the recipients of a letter read, and which of them it is still to be written in. */
export function LetterNeeds({ needs, href }: LetterNeedsProps) {
  const t = useTranslations("desk.letterNeeds");
  if (needs.length === 0) return null;
  return (
    <section aria-labelledby="letter-needs" className="mb-6 max-w-[62ch]">
      <h2 id="letter-needs" className="text-xs text-muted">
        {t("title")}
      </h2>
      <ul className="mt-1">
        {needs.map(({ language, names, more, written }) => {
          const who = [...names, ...(more > 0 ? [t("more", { count: more })] : [])];
          return (
            <li key={language} className="flex items-baseline gap-2.5 py-1">
              <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${written ? "bg-moss" : "bg-amber"}`} />
              <span className="wrap-anywhere">
                <span className="font-semibold">{languageName(language)}</span>:{" "}
                {new Intl.ListFormat("en-GB").format(who)}.{" "}
                {written ? (
                  <span className="text-muted">{t("written")}</span>
                ) : (
                  <>
                    {t("missing", { language: languageName(language) })}{" "}
                    <Link href={href(language)} className="link">
                      {t("write")}
                    </Link>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <p className="mt-1 text-muted">{t("lead")}</p>
    </section>
  );
}
