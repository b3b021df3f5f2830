import { useTranslations } from "next-intl";
import { languageName } from "./language-name";

type PassOnLinksProps = { slug: string; address: string; languages: string[] };

/** What members print and put up or send on for an appeal that is open: its short address, its code, and a poster in each language. */
export function PassOnLinks({ slug, address, languages }: PassOnLinksProps) {
  const t = useTranslations("desk.passOn");
  const at = (language: string, what: string) => `/${language}/appeals/${slug}/${what}`;
  const [first] = languages;
  return (
    <section aria-labelledby="pass-on">
      <h2 id="pass-on" className="mb-1 font-serif text-lg">
        {t("title")}
      </h2>
      <p className="text-muted">{t("lead")}</p>
      <p className="mt-2">
        {t("address")}: <bdi className="font-semibold select-all">{address}</bdi>
      </p>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
        {languages.map((language) => (
          <li key={language}>
            <a href={at(language, "poster")} className="link">
              {t("poster", { language: languageName(language) })}
            </a>
          </li>
        ))}
        {languages.map((language) => (
          <li key={language}>
            <a href={at(language, "picture")} className="link">
              {t("picture", { language: languageName(language) })}
            </a>
          </li>
        ))}
        {first && (
          <li>
            <a href={at(first, "qr")} className="link">
              {t("code")}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}
