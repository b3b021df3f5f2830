import { useTranslations } from "next-intl";
import { languageName } from "./language-name";

type PassOnLinksProps = { slug: string; address: string; languages: string[] };

/** What members print and put up or send on for an appeal that is open: its short address, its code, and a poster in each language. */
export function PassOnLinks({ slug, address, languages }: PassOnLinksProps) {
  const t = useTranslations("desk.passOn");
  const inEach = (what: string) => (
    <ul className="flex flex-wrap gap-x-4">
      {languages.map((language) => (
        <li key={language}>
          <a href={`/${language}/appeals/${slug}/${what}`} className="link">
            {languageName(language)}
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="pass-on">
      <h2 id="pass-on" className="mb-1 font-serif text-lg">
        {t("title")}
      </h2>
      <p className="text-muted">{t("lead")}</p>
      <dl className="mt-3 grid gap-x-6 gap-y-1.5 sm:grid-cols-[max-content_1fr]">
        <dt className="text-muted">{t("address")}</dt>
        <dd className="font-semibold wrap-anywhere select-all">{address}</dd>
        <dt className="text-muted">{t("posters")}</dt>
        <dd>{inEach("poster")}</dd>
        <dt className="text-muted">{t("pictures")}</dt>
        <dd>{inEach("picture")}</dd>
        <dt className="text-muted">{t("code")}</dt>
        <dd>
          <a href={`/${languages[0]}/appeals/${slug}/qr`} className="link">
            {t("file")}
          </a>
        </dd>
      </dl>
    </section>
  );
}
