import { useFormatter, useTranslations } from "next-intl";
import { languageName } from "@/components/desk/language-name";
import { Moment } from "@/components/desk/moment";
import type { OpenedWords } from "@/lib/letters/open-words";

type OpenedWordsProps = { words: OpenedWords; names: Record<string, string>; dir: "ltr" | "rtl" };

/** What a writer typed, for a member to read before they decide. */
export function OpenedLetter({ words, names, dir }: OpenedWordsProps) {
  const t = useTranslations("desk.words");
  const format = useFormatter();
  const {
    name,
    body,
    others,
    ownWords,
    found,
    recipientIds,
    askedAt,
    changedAt,
    earlier,
    letterLanguage: lang,
  } = words;
  const main = { lang, dir };
  const parts = [
    { title: t("letter"), text: body, ...main },
    ...others.map(({ name: version, text, language, dir: way }) => ({
      title: version ? t("letterFor", { name: version }) : t("letterIn", { language: languageName(language) }),
      text,
      lang: language,
      dir: way,
    })),
    { title: t("ownWords"), text: ownWords, lang: words.language, dir: "auto" },
    { title: t("earlierWords"), text: earlier.join("\n\n"), lang: undefined, dir: "auto" },
  ].filter(({ text }) => text !== "");
  return (
    <div className="space-y-5">
      <dl className="grid max-w-[62ch] grid-cols-[auto_1fr] gap-x-5 gap-y-1.5">
        <dt className="text-muted">{t("found")}</dt>
        <dd className="font-semibold wrap-anywhere">
          {found.length > 0 ? (
            <bdi>{format.list(found)}</bdi>
          ) : (
            <span className="font-normal text-muted">{t("foundNone")}</span>
          )}
        </dd>
        <dt className="text-muted">{t("from")}</dt>
        <dd className="wrap-anywhere">
          <bdi>{name}</bdi>
        </dd>
        <dt className="text-muted">{t("goesTo")}</dt>
        <dd className="wrap-anywhere">{format.list(recipientIds.map((id) => names[id] ?? id))}</dd>
        {changedAt && (
          <>
            <dt className="text-muted">{t("changedOn")}</dt>
            <dd>
              <Moment at={changedAt} />
            </dd>
          </>
        )}
        {askedAt && (
          <>
            <dt className="text-muted">{t("askedOn")}</dt>
            <dd>
              <Moment at={askedAt} />
            </dd>
          </>
        )}
      </dl>
      <article className="sheet max-w-[44rem] space-y-6">
        {parts.map(({ title, text, ...of }) => (
          <section key={`${title} ${of.lang}`}>
            <h3 className="mb-1 font-sans text-xs text-muted">{title}</h3>
            <p {...of} className="whitespace-pre-line text-blue wrap-anywhere">
              {text}
            </p>
          </section>
        ))}
      </article>
    </div>
  );
}
